using System.Globalization;

namespace Sekisho.PolicyText.Linting;

/// <summary>The rules in the order of the table content/lint/rules.tsv.</summary>
public static class LintRules
{
    private static readonly Lazy<IReadOnlyList<LintRule>> Table = new(() => [.. LintTables.Rows("rules").Select(r => new LintRule(r[0], r[1], r[2], r[3], r[4]))]);

    public static IReadOnlyList<LintRule> All => Table.Value;

    /// <exception cref="KeyNotFoundException">No rule of this name.</exception>
    public static LintRule Find(string id) => All.FirstOrDefault(r => r.Id == id) ?? throw new KeyNotFoundException("No rule " + id);

    internal static string Fill(string sentence, IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++) sentence = sentence.Replace("{" + i.ToString(CultureInfo.InvariantCulture) + "}", arguments[i], StringComparison.Ordinal);
        return sentence;
    }
}
