using System.Globalization;

namespace Sekisho.Kernel.Workers;

/// <summary>
/// The sentence a person reads for a finding, chosen by rule and action from our table (content/findings), never taken from a worker.
/// Its {…} places are filled with the finding's bounded arguments; a missing one is shown as 不明.
/// </summary>
public static class FindingSentences
{
    private const string Unknown = "規則に合わない要素を処理しました。";
    private const string UnknownInEnglish = "An element that does not follow the rules was treated.";
    private static readonly Lazy<Dictionary<(string Rule, string Action), string>> Table = new(() => Load("ja")), English = new(() => Load("en"));

    public static string Of(Finding finding) => Fill(Find(Table.Value, finding) ?? Unknown, finding, "不明");

    /// <summary>The same sentence in English.</summary>
    public static string InEnglish(Finding finding) => Fill(Find(English.Value, finding) ?? UnknownInEnglish, finding, "unknown");

    /// <summary>Rule and action of every sentence: what the English table must have too.</summary>
    internal static IReadOnlyCollection<(string Rule, string Action)> Keys(bool english) => (english ? English : Table).Value.Keys;

    private static string? Find(Dictionary<(string Rule, string Action), string> table, Finding finding) =>
        table.GetValueOrDefault((finding.Rule, finding.Action.ToString())) ?? table.GetValueOrDefault((finding.Rule, "")) ?? table.Where(r => r.Key.Rule == finding.Rule).Select(r => r.Value).FirstOrDefault();

    /// <summary>Every rule that has a sentence.</summary>
    public static IReadOnlySet<string> Rules => Table.Value.Keys.Select(k => k.Rule).ToHashSet(StringComparer.Ordinal);

    private static string Fill(string sentence, Finding finding, string missing)
    {
        var text = sentence;
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = open < text.Length ? text.IndexOf('{', open) : -1)
        {
            var close = text.IndexOf('}', open);
            if (close < 0) break;
            var name = text[(open + 1)..close];
            var value = finding.Arguments.TryGetValue(name, out var given) ? given
                : name is "n" or "m" ? finding.Count.ToString(CultureInfo.InvariantCulture) : missing;
            text = text[..open] + value + text[(close + 1)..];
            open += value.Length;
        }
        return text;
    }

    private static Dictionary<(string, string), string> Load(string language)
    {
        using var stream = typeof(FindingSentences).Assembly.GetManifestResourceStream("Sekisho.Kernel.findings." + language + ".tsv")
            ?? throw new InvalidOperationException("The table of finding sentences is not in the assembly.");
        using var reader = new StreamReader(stream);
        var table = new Dictionary<(string, string), string>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            table.Add((cells[0], cells[1]), cells[2]);
        }
        return table;
    }
}
