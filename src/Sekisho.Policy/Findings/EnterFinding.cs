using Sekisho.Kernel;

namespace Sekisho.Policy.Findings;

/// <summary>A person points at a fault no rule sees.</summary>
/// <param name="Path">The clause.</param>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="Severity">error, warning or info.</param>
/// <param name="Quote">Words of the clause; may be empty.</param>
/// <param name="Text">What is wrong, in a sentence.</param>
public sealed record EnterFinding(string Path, string Kind, string Severity, string Quote, string Text)
{
    internal const int LongestText = 400;
    internal const int LongestQuote = 60;
    /// <summary>What only a reader sees.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["wording", "ambiguity", "name_variance", "undefined_term", "scope_gap", "scope_conflict", "scope_note", "title_mismatch", "missing_cross_reference", "boilerplate", "enforcement_date_check", "layout_note"];
    internal static IReadOnlyList<string> Severities { get; } = ["error", "warning", "info"];

    /// <summary>Every reason why it cannot be entered; empty when it can.</summary>
    /// <param name="clauses">Path and text of the clauses of the current edition.</param>
    internal IEnumerable<Refusal> Problems(IReadOnlyDictionary<string, string> clauses)
    {
        if (!clauses.TryGetValue(Path, out var body)) yield return new Refusal("policy.finding.path", "条文が選ばれていません。", "指摘する条を一覧から選んでください。") { Field = "path" };
        else if (Quote.Length > 0 && !Flat(body).Contains(Flat(Quote), StringComparison.Ordinal)) yield return new Refusal("policy.finding.quote", "この語は、選んだ条にありません。", "条文のとおりに写すか、空にしてください。") { Field = "quote" };
        if (!Kinds.Contains(Kind, StringComparer.Ordinal)) yield return new Refusal("policy.finding.kind", "指摘の種類が選ばれていません。", "種類を選んでください。") { Field = "kind" };
        if (!Severities.Contains(Severity, StringComparer.Ordinal)) yield return new Refusal("policy.finding.severity", "重さが選ばれていません。", "重さを選んでください。") { Field = "severity" };
        if (Text.Length is < 5 or > LongestText) yield return new Refusal("policy.finding.text", "指摘の文の長さが合いません。", "何がどう違うのかを、5字から400字で書いてください。") { Field = "text" };
        if (Quote.Length > LongestQuote) yield return new Refusal("policy.finding.quote", "引く語が長すぎます。", "60字までにしてください。") { Field = "quote" };
    }

    private static string Flat(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
