namespace Sekisho.Mime.Parts;

/// <summary>Text shown in the body. Line ends of any kind are written as CRLF.</summary>
/// <param name="Text">The text.</param>
/// <param name="Subtype">"plain" in delivered messages; "html" in messages we make for demonstration and tests.</param>
/// <param name="Charset">utf-8 or iso-2022-jp.</param>
public sealed record TextPart(string Text, string Subtype = "plain", string Charset = Charsets.CharsetLabels.Utf8) : MailPart
{
    /// <summary>iso-2022-jp in base64: no escape character stands in the message itself.</summary>
    public bool IsPacked { get; init; }
}
