using System.Text;
using System.Text.RegularExpressions;
using Sekisho.Conformity.Packs;

namespace Sekisho.Conformity.Judging;

/// <summary>A control's rule as people read it: its sentence with the values in force, and its lines in the order they are tried (shared rule 3).</summary>
public static partial class RuleInWords
{
    private const string Open = "○";

    [GeneratedRegex(@"\{(?<name>[a-z0-9_]+)=[^}]*\}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Value();

    /// <param name="value">The value of a parameter in force, by its name.</param>
    public static string Sentence(Control control, Func<string, string> value) =>
        Value().Replace(control.RuleText, m => control.Parameters.ContainsKey(m.Groups["name"].Value) ? value(m.Groups["name"].Value) : m.Value);

    /// <param name="decidedBy">Key of the line that decided; another reason means that no line was tried.</param>
    /// <param name="value">The value of a parameter in force, by its name.</param>
    public static IReadOnlyList<RuleStep> Steps(Control control, string decidedBy, Func<string, string> value)
    {
        var clauses = control.Rule?.Clauses ?? [];
        var decided = clauses.ToList().FindIndex(c => c.Key == decidedBy);
        // 未確認 by no line at all: every line was tried and none held.
        var last = decidedBy == ReasonKeys.NoClause ? clauses.Count : decided;
        return [.. clauses.Select((c, i) => new RuleStep(c.Key, c.Verdict, Outline(c.Say, value), i == decided ? RuleStepState.Decided : i < last ? RuleStepState.NotMet : RuleStepState.NotReached))];
    }

    private static string Outline(string say, Func<string, string> value)
    {
        var text = new StringBuilder(say.Length);
        for (var at = 0; at < say.Length;)
        {
            var open = say.IndexOf('{', at);
            var close = open < 0 ? -1 : say.IndexOf('}', open);
            if (close < 0) return text.Append(say, at, say.Length - at).ToString();
            text.Append(say, at, open - at).Append(say[open + 1] == '$' ? value(say[(open + 2)..close]) : Open);
            at = close + 1;
        }
        return text.ToString();
    }
}
