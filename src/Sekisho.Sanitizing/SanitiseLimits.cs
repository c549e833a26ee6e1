namespace Sekisho.Sanitizing;

/// <summary>
/// The limits of matrix §1. Every value is a proposal a policy may lower or raise up to the hard ceiling in <see cref="Ceiling"/>;
/// each comment names the attack the limit stops.
/// </summary>
public sealed record SanitiseLimits
{
    /// <summary>LM-01, bytes: a huge file starves the queue.</summary>
    public long InputBytes { get; init; } = 100L << 20;
    /// <summary>LM-02, bytes over the whole tree: decompression bombs; overlapping entries give over 10^7:1.</summary>
    public long ExpandedBytes { get; init; } = 500L << 20;
    /// <summary>LM-03, expanded : packed of one stream once over <see cref="RatioFrom"/>: single-stream bomb.</summary>
    public int Ratio { get; init; } = 200;
    /// <summary>LM-03, bytes below which no ratio is judged: small files of spaces are harmless.</summary>
    public long RatioFrom { get; init; } = 1L << 20;
    /// <summary>LM-04, entries of one archive: many-files bomb.</summary>
    public int EntriesPerArchive { get; init; } = 2_000;
    /// <summary>LM-04, entries over the whole tree.</summary>
    public int EntriesInTree { get; init; } = 5_000;
    /// <summary>LM-05, archive in archive, mail in mail, object in document: quine archives, recursion.</summary>
    public int Depth { get; init; } = 5;
    /// <summary>LM-08, pixels of one picture: a few bytes claim gigapixels.</summary>
    public long Pixels { get; init; } = 100_000_000;
    /// <summary>LM-08, pixels of one side.</summary>
    public int Side { get; init; } = 16_384;
    /// <summary>LM-10, cells stored in one workbook: sparse sheet bomb.</summary>
    public int Cells { get; init; } = 5_000_000;
    /// <summary>LM-10, sheets of one workbook.</summary>
    public int Sheets { get; init; } = 500;
    /// <summary>LM-11, bytes of one XML part.</summary>
    public long XmlBytes { get; init; } = 64L << 20;
    /// <summary>LM-11, nested elements: stack overflow by deep nesting.</summary>
    public int XmlDepth { get; init; } = 256;
    /// <summary>LM-11, attributes of one element: attribute bomb, hash collisions.</summary>
    public int XmlAttributes { get; init; } = 256;
    /// <summary>LM-11, characters of one name.</summary>
    public int XmlNameLength { get; init; } = 1_024;
    /// <summary>LM-11, different namespaces of one part.</summary>
    public int XmlNamespaces { get; init; } = 64;
    /// <summary>LM-15, MIME parts, depth, header lines, header bytes, bytes of one line, parameters of one field: MIME bomb, quadratic parsers.</summary>
    public MailLimits Mail { get; init; } = new();
    /// <summary>LM-07, LM-13: PDF objects, pages, page-tree depth, form recursion, operators of a page.</summary>
    public PdfLimits Pdf { get; init; } = new();
    /// <summary>LM-22, characters given to a text scan: backtracking and quadratic scans.</summary>
    public int ScanCharacters { get; init; } = 16 << 20;

    /// <summary>No policy may go above these.</summary>
    public static SanitiseLimits Ceiling { get; } = new()
    {
        InputBytes = 1L << 30, ExpandedBytes = 4L << 30, Ratio = 1_000, RatioFrom = 16L << 20, EntriesPerArchive = 50_000, EntriesInTree = 100_000, Depth = 10,
        Pixels = 400_000_000, Side = 65_500, Cells = 20_000_000, Sheets = 5_000, XmlBytes = 512L << 20, XmlDepth = 1_000, XmlAttributes = 1_024,
        XmlNameLength = 4_096, XmlNamespaces = 256, ScanCharacters = 64 << 20, Pdf = new() { Pages = 20_000, DrawnPages = 2_000 },
    };
}
