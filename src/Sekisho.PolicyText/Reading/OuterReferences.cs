using System.Text.RegularExpressions;

namespace Sekisho.PolicyText.Reading;

/// <summary>
/// Laws, ordinances and guidelines a text names. A run of kanji and kana letters counts when it ends in a word for a law and either prints a law's number behind it,
/// or ends in ガイドライン, or was printed with its number elsewhere in the document. 方法, 手法 and other words that merely end alike have no number and are left out.
/// </summary>
public static partial class OuterReferences
{
    [GeneratedRegex(@"(?<name>(?:[\p{IsCJKUnifiedIdeographs}\p{IsKatakana}々・]|の|及び|並びに|に関する|における|に係る|を識別するための|を図るための){2,60}?(?:法律|法|条例|規則|規程|令|ガイドライン|指針))\s*[(（](?<no>(?:明治|大正|昭和|平成|令和)[^()（）]{1,24}第\s*[0-9０-９〇一二三四五六七八九十百千]{1,6}\s*号)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered();
    [GeneratedRegex(@"(?<name>[\p{IsCJKUnifiedIdeographs}\p{IsKatakana}々の]{4,60}ガイドライン)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Guideline();

    public static IReadOnlyList<OuterReference> Read(ParsedPolicy policy)
    {
        var found = policy.All.SelectMany(Own).ToList();
        var numbers = found.Where(f => f.Number.Length > 0).DistinctBy(f => f.Name).ToList();
        foreach (var clause in policy.All)
            foreach (var law in numbers.Where(n => n.From != clause.Path && clause.Text.Contains(n.Name, StringComparison.Ordinal) && !found.Any(f => f.From == clause.Path && f.Name == n.Name)))
                found.Add(law with { From = clause.Path });
        return [.. found.DistinctBy(f => (f.From, f.Name))];
    }

    private static IEnumerable<OuterReference> Own(Clause clause) =>
        Numbered().Matches(clause.Text).Select(m => new OuterReference(clause.Path, m.Groups["name"].Value, Characters.WithoutSpace(Characters.Narrow(m.Groups["no"].Value))))
            .Concat(Guideline().Matches(clause.Text).Select(m => new OuterReference(clause.Path, m.Groups["name"].Value.TrimStart('の'), "")));
}
