using System.Collections.Frozen;

namespace Sekisho.Sanitizing.Office;

/// <summary>The elements and attributes that are written again, read once from the tables beside this file (law E2).</summary>
internal sealed class AllowList
{
    internal sealed record Entry(bool HasText, FrozenSet<string> Attributes);

    private static readonly string[] Tables = ["w", "x", "p", "a", "c", "m", "xdr", "wp", "pic", "dgm", "v", "o", "xvml", "w10", "dsp", "wps", "wpg", "wpc"];
    private readonly FrozenDictionary<(string Ns, string Name), Entry> entries;

    internal static AllowList Office { get; } = new();

    private AllowList()
    {
        var all = new Dictionary<(string, string), Entry>();
        var prefixes = new Dictionary<string, string>(StringComparer.Ordinal) { [""] = "", [OfficeNs.R] = "r", [Xml.XmlWriting.XmlNs] = "xml" };
        foreach (var table in Tables) ReadTable(table, all, prefixes);
        (entries, Prefixes) = (all.ToFrozenDictionary(), prefixes.ToFrozenDictionary(StringComparer.Ordinal));
        Functions = Lines("functions").SelectMany(l => l.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Our prefix for each namespace that may be written.</summary>
    internal FrozenDictionary<string, string> Prefixes { get; }
    /// <summary>Worksheet functions that only calculate.</summary>
    internal FrozenSet<string> Functions { get; }

    internal Entry? Find(string ns, string name) => entries.GetValueOrDefault((ns, name));

    private static void ReadTable(string table, Dictionary<(string, string), Entry> all, Dictionary<string, string> prefixes)
    {
        var ns = "";
        foreach (var line in Lines(table))
        {
            var words = line.Split(' ');
            if (words[0] is "namespace")
            {
                ns = words[1];
                prefixes[ns] = table;
                continue;
            }
            var name = words[0].TrimEnd('$');
            all[(ns, name)] = new(words[0].EndsWith('$'), words.Skip(1).ToFrozenSet(StringComparer.Ordinal));
        }
    }

    private static IEnumerable<string> Lines(string table)
    {
        using var stream = typeof(AllowList).Assembly.GetManifestResourceStream("Office.Allow." + table)
            ?? throw new InvalidOperationException("The allow list " + table + " is not in the program.");
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') lines.Add(line);
        return lines;
    }
}
