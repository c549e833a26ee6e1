namespace Sekisho.Sanitizing;

/// <summary>LM-07 and LM-13: the size of a PDF's structure. Stops loops, operator bombs and filter chains.</summary>
public sealed record PdfLimits
{
    /// <summary>Objects of one file.</summary>
    public int Objects { get; init; } = 1_000_000;
    /// <summary>Pages of one file (LM-07).</summary>
    public int Pages { get; init; } = 2_000;
    /// <summary>Pages of one file that are drawn (LM-07).</summary>
    public int DrawnPages { get; init; } = 500;
    /// <summary>Page tree nodes in one another.</summary>
    public int PageTreeDepth { get; init; } = 50;
    /// <summary>Forms and patterns in one another.</summary>
    public int FormDepth { get; init; } = 20;
    /// <summary>Operators of one page, its forms counted once.</summary>
    public int Operators { get; init; } = 5_000_000;
    /// <summary>Entries of the outline.</summary>
    public int Outlines { get; init; } = 20_000;
}
