using System.Text.RegularExpressions;

namespace Sekisho.PolicyText.Linting;

/// <summary>The roles a text sets up, read off its own words: "甲、乙及び丙を置く", "甲は、…をもって充てる", a list below "次の者を置く", and abbreviations made there.</summary>
internal sealed partial class RoleWords
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    public const string Name = "[一-龠々ァ-ヶーA-Za-z・]{1,20}(?:責任者|管理者|担当者|担当)";

    [GeneratedRegex("を置(?:く|き、)", Options)]
    private static partial Regex SetsUp();
    [GeneratedRegex("次の[^。]*を置く|次に掲げる[^。]*を置く", Options)]
    private static partial Regex SetsUpBelow();
    [GeneratedRegex("をもって充て|をもって構成|を充てる", Options)]
    private static partial Regex Appoints();
    [GeneratedRegex("^(?<name>[^は、。]{2,30})は、", Options)]
    private static partial Regex Topic();
    [GeneratedRegex("以下「(?<name>[^」]{1,20})」", Options)]
    private static partial Regex Short();
    [GeneratedRegex("(?:責任者|管理者|担当者|担当|委員会|統括者|推進員|チーム|室|班)$", Options)]
    private static partial Regex RoleEnd();
    [GeneratedRegex("、|及び|並びに|又は|その他の", Options)]
    private static partial Regex Between();

    private RoleWords(IReadOnlySet<string> names, IReadOnlyList<LintClause> clauses) => (Names, Clauses) = (names, clauses);

    /// <summary>Folded names. Empty: the text sets up nobody.</summary>
    public IReadOnlySet<string> Names { get; }
    /// <summary>The clauses that set up or fill a role.</summary>
    public IReadOnlyList<LintClause> Clauses { get; }

    public static RoleWords Read(LintText text)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var clauses = new List<LintClause>();
        foreach (var clause in text.Clauses.Where(c => c.Article is not null))
        {
            var isRoles = false;
            foreach (var (_, sentence) in clause.Sentences) isRoles |= Collect(sentence, names);
            if (isRoles) clauses.Add(clause);
            if (!SetsUpBelow().IsMatch(clause.Body.Text)) continue;
            foreach (var item in text.Clauses.Where(c => clause.Path.Contains(c.Path) && c != clause && c.Caption.Text.Length > 0))
            {
                names.Add(item.Caption.Text);
                clauses.Add(item);
            }
        }
        var articles = clauses.Select(c => c.Article!.Path).ToHashSet();
        foreach (var clause in text.Clauses.Where(c => c.Article is { } a && articles.Contains(a.Path)))
            foreach (Match match in Short().Matches(clause.Body.Text)) names.Add(match.Groups["name"].Value);
        foreach (var term in text.Defined) names.Add(Folded.Of(term.Term));
        return new RoleWords(clauses.Count == 0 ? new HashSet<string>() : names, clauses);
    }

    /// <summary>False for a sentence that sets up nobody.</summary>
    private static bool Collect(string sentence, HashSet<string> names)
    {
        var found = SetsUp().Match(sentence) is { Success: true } placed
            ? Between().Split(sentence[..placed.Index]).Where(p => RoleEnd().IsMatch(p)).Select(AfterTopic).ToList() : [];
        if (Appoints().IsMatch(sentence) && Topic().Match(sentence) is { Success: true } topic) found.Add(topic.Groups["name"].Value);
        names.UnionWith(found);
        return found.Count > 0;
    }

    /// <summary>"市は甲" is 甲.</summary>
    private static string AfterTopic(string part) => part[(part.LastIndexOfAny(['は', 'に', 'て']) + 1)..];
}
