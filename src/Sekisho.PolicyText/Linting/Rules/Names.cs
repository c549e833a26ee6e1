using System.Text.RegularExpressions;

namespace Sekisho.PolicyText.Linting.Rules;

/// <summary>Names of documents: what the text calls itself, and document names that differ by a word.</summary>
internal static partial class Names
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private const string Kinds = "基本方針|対策基準|実施手順|ポリシー|方針|基準|要綱|訓令|規程|規則|要領|条例|指針";

    [GeneratedRegex("(?:この|(?<![一-龠々])本)(?:" + Kinds + ")", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Self();
    [GeneratedRegex("[一-龠々ァ-ヶー]{2,30}(?:" + Kinds + ")", Options)]
    private static partial Regex Document();
    [GeneratedRegex("^[一-龠々ァ-ヶー]{1,6}?[市町村区県]", Options)]
    private static partial Regex Municipality();

    public static IEnumerable<LintFinding> Find(LintText text) => Selves(text).Concat(Variants(text));

    private static IEnumerable<LintFinding> Selves(LintText text)
    {
        var uses = text.Clauses.Where(c => LintText.IsText(c) && c.Level != ClauseLevel.Amending).SelectMany(c => Self().Matches(c.Body.Text).Select(m => (Clause: c, Match: m))).ToList();
        var names = uses.GroupBy(u => u.Match.Value, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ToList();
        foreach (var other in names.Skip(1))
            foreach (var use in other.DistinctBy(u => u.Clause.Path)) yield return use.Clause.Finding("self-name", use.Match.Index, use.Match.Length, other.Key, names[0].Key);
    }

    private static IEnumerable<LintFinding> Variants(LintText text)
    {
        var own = Folded.Of(text.Policy.Title);
        var all = text.Clauses.Where(LintText.IsText).SelectMany(c => Document().Matches(c.Body.Text).Select(m => (Clause: c, Name: m.Value, Start: m.Index, InPlace: text.IsDefinition(c)))
            .Concat(Document().Matches(c.Caption.Text).Where(_ => c.Level == ClauseLevel.TableRow).Select(m => (Clause: c, Name: m.Value, Start: -1, InPlace: true)))).ToList();
        var settled = all.Where(n => n.InPlace && n.Name != own).Select(n => n.Name).ToHashSet(StringComparer.Ordinal);
        var used = all.Where(n => !n.InPlace).Select(n => n.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (clause, name, start, inPlace) in all.DistinctBy(n => (n.Clause.Path, n.Name)))
        {
            var other = inPlace ? settled.Contains(name) ? used.FirstOrDefault(u => Municipality().Match(name) is { Success: true } city && name[city.Length..] == u) : null
                : settled.FirstOrDefault(s => DiffersInside(name, s));
            if (other is not null) yield return clause.Finding("title-variant", Math.Max(start, 0), start < 0 ? 0 : name.Length, name, other);
        }
    }

    /// <summary>One word more or less in the middle.</summary>
    private static bool DiffersInside(string one, string other)
    {
        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        if (longer.Length - shorter.Length < 2) return false;
        var head = 0;
        while (head < shorter.Length && shorter[head] == longer[head]) head++;
        var tail = 0;
        while (tail < shorter.Length - head && shorter[^(tail + 1)] == longer[^(tail + 1)]) tail++;
        return head + tail == shorter.Length && head >= 2 && tail >= 2;
    }
}
