namespace Sekisho.Sanitizing.HtmlBodies;

/// <summary>How a link's target is shown in text (matrix MB-03). Programs never find a live link in any of them but <see cref="Show"/>.</summary>
public enum LinkStyle
{
    /// <summary>hxxps://example[.]jp/path</summary>
    Defang,
    /// <summary>https://example.jp/path</summary>
    Show,
    /// <summary>example[.]jp</summary>
    HostOnly,
    /// <summary>Nothing; the link's text stays.</summary>
    Remove,
}
