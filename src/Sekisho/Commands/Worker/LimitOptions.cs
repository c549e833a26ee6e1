using System.Globalization;
using Sekisho.Kernel.Sanitising;
using Sekisho.Sanitizing;

namespace Sekisho.Commands.Worker;

/// <summary>The limits of matrix §1 that a policy may move, between one and the hard ceiling of the engine; in the worker's request "limit_depth=3".</summary>
internal static class LimitOptions
{
    internal const string Prefix = "limit_";
    private static readonly SanitiseLimits Most = SanitiseLimits.Ceiling;

    private static readonly Dictionary<string, (long Ceiling, Func<SanitiseLimits, long, SanitiseLimits> Set)> All = new(StringComparer.Ordinal)
    {
        ["input_mib"] = (Most.InputBytes >> 20, (l, n) => l with { InputBytes = n << 20 }), ["expanded_mib"] = (Most.ExpandedBytes >> 20, (l, n) => l with { ExpandedBytes = n << 20 }),
        ["ratio"] = (Most.Ratio, (l, n) => l with { Ratio = (int)n }), ["entries"] = (Most.EntriesPerArchive, (l, n) => l with { EntriesPerArchive = (int)n }),
        ["entries_total"] = (Most.EntriesInTree, (l, n) => l with { EntriesInTree = (int)n }), ["depth"] = (Most.Depth, (l, n) => l with { Depth = (int)n }),
        ["megapixels"] = (Most.Pixels / 1_000_000, (l, n) => l with { Pixels = n * 1_000_000 }), ["cells"] = (Most.Cells, (l, n) => l with { Cells = (int)n }),
        ["sheets"] = (Most.Sheets, (l, n) => l with { Sheets = (int)n }), ["pages"] = (Most.Pdf.Pages, (l, n) => l with { Pdf = l.Pdf with { Pages = (int)n } }),
        ["drawn_pages"] = (Most.Pdf.DrawnPages, (l, n) => l with { Pdf = l.Pdf with { DrawnPages = (int)n } }),
    };

    internal static IEnumerable<string> Names => All.Keys;

    internal static long Ceiling(string name) => All[name].Ceiling;

    /// <summary>The number; null when it is none from one to the ceiling.</summary>
    internal static long? Number(string name, string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= Ceiling(name) ? n : null;

    internal static SanitiseLimits Read(IReadOnlyDictionary<string, string> options)
    {
        var limits = new SanitiseLimits();
        foreach (var pair in options.GetValueOrDefault(SanitisePolicy.Option, "").Split(';').Where(p => p.StartsWith(Prefix, StringComparison.Ordinal)).Select(p => p[Prefix.Length..].Split('=', 2)))
            if (pair.Length == 2 && All.TryGetValue(pair[0], out var limit) && Number(pair[0], pair[1]) is { } n) limits = limit.Set(limits, n);
        return limits;
    }
}
