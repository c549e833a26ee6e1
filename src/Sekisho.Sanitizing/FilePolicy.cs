namespace Sekisho.Sanitizing;

/// <summary>The choices a zone direction leaves open. Macros are not among them: they are never kept.</summary>
public sealed record FilePolicy
{
    /// <summary>Stands in reports and facts beside the engine version (law E5).</summary>
    public string Version { get; init; } = "default-1";
    public LinkPolicy Links { get; init; } = LinkPolicy.Keep;
    /// <summary>ID-03: treat a macro file with a plain name as what it is (true) or block it (false, default).</summary>
    public bool AcceptMacroFlavourMismatch { get; init; }
    /// <summary>ID-02: a PNG named .jpg is re-encoded and renamed instead of blocked.</summary>
    public bool AcceptPictureMismatch { get; init; }
    /// <summary>Section 13: one blocked child blocks the archive (true, cross-zone default) or is replaced by a note (false).</summary>
    public bool ArchiveWhole { get; init; } = true;
    /// <summary>OX-28: comments and tracked changes stay (default) or go.</summary>
    public bool KeepComments { get; init; } = true;
    /// <summary>OX-28: hidden sheets and slides stay with a finding (default) or go.</summary>
    public bool KeepHidden { get; init; } = true;
}
