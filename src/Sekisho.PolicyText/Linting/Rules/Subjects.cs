using System.Text.RegularExpressions;

namespace Sekisho.PolicyText.Linting.Rules;

/// <summary>Duties nobody is bound by. Only in a text that names roles: where none is named, that is said once (role-absent).</summary>
internal static partial class Subjects
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private const string Agent = "(?:者|員|職員等|者等|員等|市|町|村|長|委員会|担当|部|課|局|庁|機関|事業者|[A-Z]{3,6})";

    [GeneratedRegex("(?:なければならない|てはならない|ものとする|が推奨される|が求められる|ことが望ましい)。$|承認を(?:受け|得)", Options)]
    private static partial Regex Duty();
    [GeneratedRegex("(?:ものでなければならない|掲げるものとする|とおりとするものとする)。$", Options)]
    private static partial Regex State();
    [GeneratedRegex("[^」]" + Agent + "(?:に?は、?|も、)|^" + Agent + "(?:に?は、?|も、)", Options)]
    private static partial Regex Topic();
    [GeneratedRegex(Agent + "が[^、。]*(?:場合|とき|際)(?:は|には|に)?、", Options)]
    private static partial Regex Condition();
    [GeneratedRegex(@"\([^()]*\)", Options)]
    private static partial Regex InBrackets();
    [GeneratedRegex("[^、。」]{0,14}(?:なければならない|てはならない|ものとする|推奨される|求められる|ことが望ましい|ことができる)。$", Options)]
    private static partial Regex Ending();

    public static IEnumerable<LintFinding> Find(LintText text)
    {
        if (text.Roles.Names.Count == 0) yield break;
        foreach (var clause in text.Duties)
        {
            var carried = Inherited(text, clause);
            foreach (var (start, sentence) in clause.Sentences)
            {
                carried |= HasAgent(sentence);
                if (carried || !Duty().IsMatch(sentence) || State().IsMatch(sentence)) continue;
                var ending = Ending().Match(sentence) is { Success: true } end ? end : Duty().Match(sentence);
                var cut = ending.Index > 0 && sentence[ending.Index - 1] is not ('、' or '」') ? "…" : "";
                yield return clause.Finding("subject-missing", start + ending.Index, ending.Length, cut + clause.Body.Printed(start + ending.Index, ending.Length).TrimEnd('。'));
                break;
            }
        }
    }

    /// <summary>An item stands below a sentence that may name who.</summary>
    private static bool Inherited(LintText text, LintClause clause)
    {
        for (var at = clause.Path.Parent; at is { } parent; at = parent.Parent)
            if (text.Policy.Find(parent) is not null && text.Of(parent).Sentences.Any(s => HasAgent(s.Text))) return true;
        return false;
    }

    private static bool HasAgent(string sentence)
    {
        var plain = InBrackets().Replace(sentence, "");
        return Topic().IsMatch(plain) || Condition().IsMatch(plain);
    }
}
