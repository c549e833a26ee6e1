using System.Globalization;
using Sekisho.Sanitizing.Office;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.PlainText;

/// <summary>The numbers Word does not write into its paragraphs: lists with levels, formats and starts, counted as Word counts them.</summary>
internal sealed class WordNumbering
{
    private const string W = OfficeNs.W;
    private const int Levels = 9;
    private readonly Dictionary<string, string> abstractOf = new(StringComparer.Ordinal);
    private readonly Dictionary<(string List, int Level), XElem> levels = [];
    private readonly Dictionary<(string List, int Level), int> starts = [];
    private readonly Dictionary<string, int?[]> counters = new(StringComparer.Ordinal);
    private readonly HashSet<string> begun = new(StringComparer.Ordinal);

    public WordNumbering(XElem? root)
    {
        foreach (var list in root?.Children.Where(c => c.Name == "abstractNum") ?? [])
        {
            var id = list.Get("abstractNumId", W) ?? "";
            foreach (var level in list.Children.Where(c => c.Name == "lvl")) levels.TryAdd((id, Number(level.Get("ilvl", W)) ?? 0), level);
        }
        foreach (var number in root?.Children.Where(c => c.Name == "num") ?? [])
        {
            var id = number.Get("numId", W) ?? "";
            abstractOf.TryAdd(id, number.First("abstractNumId")?.Get("val", W) ?? "");
            foreach (var change in number.Children.Where(c => c.Name == "lvlOverride"))
            {
                if (Number(change.First("startOverride")?.Get("val", W)) is { } start) starts[(id, Number(change.Get("ilvl", W)) ?? 0)] = start;
            }
        }
    }

    /// <summary>The printed label of the next paragraph of this list and level with its space; a dash for a list without numbers; empty for an unknown list.</summary>
    public string Next(string id, int level)
    {
        if (level >= Levels || !abstractOf.TryGetValue(id, out var list) || !levels.TryGetValue((list, level), out var format)) return "";
        if (format.First("numFmt")?.Get("val", W) == "bullet") return new string(' ', 2 * level) + "- ";
        var counts = Counts(id, list);
        counts[level] = counts[level] + 1 ?? Start(id, list, level);
        for (var deeper = level + 1; deeper < Levels; deeper++) counts[deeper] = null;
        var label = format.First("lvlText")?.Get("val", W) ?? "";
        for (var i = 0; i <= level; i++) label = label.Replace("%" + (i + 1).ToString(CultureInfo.InvariantCulture), Text(list, i, counts[i] ?? Start(id, list, i)), StringComparison.Ordinal);
        return label.Length == 0 ? "" : label + "　";
    }

    /// <summary>Lists of one kind go on counting, unless the list itself says where it begins.</summary>
    private int?[] Counts(string id, string list)
    {
        if (!counters.TryGetValue(list, out var counts)) counters[list] = counts = new int?[Levels];
        if (begun.Add(id))
        {
            for (var i = 0; i < Levels; i++) if (starts.ContainsKey((id, i))) counts[i] = null;
        }
        return counts;
    }

    private int Start(string id, string list, int level) =>
        starts.TryGetValue((id, level), out var start) ? start : levels.TryGetValue((list, level), out var format) ? Number(format.First("start")?.Get("val", W)) ?? 1 : 1;

    private string Text(string list, int level, int value) =>
        NumberWords.Of(levels.TryGetValue((list, level), out var format) ? format.First("numFmt")?.Get("val", W) ?? "" : "", value);

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= 9_999 ? value : null;
}
