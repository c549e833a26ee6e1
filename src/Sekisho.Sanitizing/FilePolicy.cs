using Sekisho.Sanitizing.Identification;

namespace Sekisho.Sanitizing;

/// <summary>The choices a zone direction leaves open. Macros are not among them: they are never kept.</summary>
public sealed record FilePolicy
{
    /// <summary>Stands in reports and facts beside the engine version (law E5).</summary>
    public string Version { get; init; } = "default-1";
    /// <summary>The ladder: each level in turn, below the last one the file is blocked. Formats that only can be rebuilt (text, pictures, archives) do not look at it.</summary>
    public IReadOnlyList<SanitiseLevel> Levels { get; init; } = [SanitiseLevel.Rebuild, SanitiseLevel.Raster, SanitiseLevel.Text];
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
    /// <summary>PD-10: what is filled into a form stays as part of the page (default), or goes with the form.</summary>
    public bool FlattenForms { get; init; } = true;
    /// <summary>OX-28, PD-22: title, author and dates of a PDF or OOXML document go (default), or stay as plain text.</summary>
    public bool KeepMetadata { get; init; }
    /// <summary>OX-04, PD-08: files inside a document go (default), or are sanitised and given beside it in one ZIP; never put back into it.</summary>
    public bool RecurseEmbedded { get; init; }
    /// <summary>ZP-07, OX-24, OL-07, PD-13: what a typed password opened is given open (default), or whoever releases the output is told to lock it again with the same password (<see cref="Sekisho.Kernel.Workers.FindingAction.Locked"/>).</summary>
    public bool LockAgain { get; init; }
    /// <summary>Other choices for single formats, by the code of the plain flavour (pdf, docx, xlsx …).</summary>
    public IReadOnlyDictionary<string, FilePolicy> Formats { get; init; } = new Dictionary<string, FilePolicy>();

    /// <summary>The choices for a file of this kind; what is found inside it is asked for by its own kind again.</summary>
    internal FilePolicy For(FileKind kind) => Formats.TryGetValue(Family(kind).Code(), out var own) ? own with { Formats = Formats, General = this } : this with { General = this };

    /// <summary>The choices before a format narrowed them.</summary>
    internal FilePolicy? General { get; private init; }

    private static FileKind Family(FileKind kind) => (OfficeKinds.Plain(kind) ?? kind) switch
    {
        FileKind.Dotx => FileKind.Docx,
        FileKind.Xltx => FileKind.Xlsx,
        FileKind.Potx or FileKind.Ppsx => FileKind.Pptx,
        FileKind.Ott => FileKind.Odt,
        FileKind.Ots => FileKind.Ods,
        FileKind.Otp => FileKind.Odp,
        FileKind.Otg => FileKind.Odg,
        var plain => plain,
    };
}
