using Sekisho.Sanitizing.HtmlBodies;

namespace Sekisho.Sanitizing.Mail;

/// <summary>The choices a zone direction leaves open for mail.</summary>
public sealed record MailPolicy
{
    /// <summary>Stands in the record beside the engine version (law E5).</summary>
    public string Version { get; init; } = "mail-1";
    /// <summary>How link targets are shown (MB-03).</summary>
    public LinkStyle Links { get; init; } = LinkStyle.Defang;
    /// <summary>A plain part carries the message when it has at least this share of the HTML part's characters, percent (MB-01).</summary>
    public int PlainShare { get; init; } = 30;
    /// <summary>The right side of a Message-ID we have to make.</summary>
    public string HostName { get; init; } = "gate.invalid";
    /// <summary>MB-05: the body in ISO-2022-JP for old inner systems; what it cannot say becomes 〓.</summary>
    public bool OldCharset { get; init; }
}
