using System.Globalization;

namespace Sekisho.Bench.Fidelity;

/// <summary>One file: shares of 1 for text and the worst page's picture, pages before and after, size after : before.</summary>
internal sealed record FidelityRow(string Name, string Outcome, double Text, double Picture, int PagesBefore, int PagesAfter, double Size, string Fault)
{
    /// <summary>Of an old format: what the converter loses by itself, and how the output compares with the converter's own product.</summary>
    internal string Converter { get; init; } = "";

    internal bool Passes(double text, double picture) => Fault.Length == 0 && PagesBefore == PagesAfter && Text >= text && Picture >= picture;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Name}: {Outcome}, text {Text * 100:F2} %, picture {Picture:F4}, pages {PagesBefore} → {PagesAfter}, size × {Size:F2}{(Fault.Length > 0 ? ", " + Fault : "")}{(Converter.Length > 0 ? "; " + Converter : "")}");
}
