using Sekisho.PolicyText.Linting;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.PolicyText.Linting;

/// <summary>The five texts: every finding people made by a general rule is computed, and what is computed beyond them was looked at.</summary>
public sealed class SeedFindingsTests
{
    [SharedTheory]
    [MemberData(nameof(SeedTexts.All), MemberType = typeof(SeedTexts))]
    public void Every_finding_of_the_list_is_computed(string seed, string code)
    {
        var expected = SharedFiles.ReadTsv("packs", "lint-findings.tsv").Where(r => r["muni_code"] == code && r["detectable"] == "rule").Select(r => r["rule_id"] + " " + r["path"]).ToList();
        expected.Count.ShouldBeGreaterThan(10);
        expected.Except(PolicyLint.Check(SeedTexts.Read(seed)).Select(Key)).ShouldBeEmpty();
    }

    [SharedFact]
    public void What_is_found_beyond_the_list_was_approved()
    {
        var listed = SharedFiles.ReadTsv("packs", "lint-findings.tsv").Select(r => r["muni_code"] + " " + r["rule_id"] + " " + r["path"]).ToHashSet(StringComparer.Ordinal);
        Approved.Match("lint-beyond-the-list.txt", SeedTexts.All.SelectMany(s => PolicyLint.Check(SeedTexts.Read((string)s[0])).Select(f => s[1] + " " + Key(f)))
            .Distinct(StringComparer.Ordinal).Where(f => !listed.Contains(f)).Order(StringComparer.Ordinal));
    }

    [SharedFact]
    public void A_rule_finds_the_kind_of_fault_people_named()
    {
        var kinds = SharedFiles.ReadTsv("packs", "lint-findings.tsv").Where(r => r["detectable"] == "rule").GroupBy(r => r["rule_id"]).ToDictionary(g => g.Key, g => g.Select(r => r["finding_kind"]).ToHashSet());
        LintRules.All.Where(r => kinds.ContainsKey(r.Id) && !kinds[r.Id].Contains(r.Kind)).Select(r => r.Id + ": " + r.Kind).ShouldBeEmpty();
    }

    [SharedFact]
    public void The_rules_are_those_of_the_shared_list_and_our_own() =>
        LintRules.All.Select(r => r.Id).ShouldBe([.. SharedFiles.ReadTsv("packs", "lint-rules.tsv").Select(r => r["rule_id"]), "dates-disagree"]);

    [SharedTheory]
    [MemberData(nameof(SeedTexts.All), MemberType = typeof(SeedTexts))]
    public void Every_finding_says_its_sentence_and_quotes_the_text(string seed, string code)
    {
        var text = Flat(SeedTexts.Read(seed));
        foreach (var finding in PolicyLint.Check(SeedTexts.Read(seed)))
        {
            finding.Japanese.ShouldEndWith("。", customMessage: code);
            finding.Japanese.ShouldNotContain("{");
            finding.English.ShouldNotContain("{");
            finding.Quote.Length.ShouldBeInRange(1, 40);
            if (finding.Rule is not ("page-break-split" or "list-mark-uneven" or "table-broken")) text.ShouldContain(Flat(finding.Quote));
        }
    }

    internal static string Key(LintFinding finding) => finding.Rule + " " + finding.Path;

    private static string Flat(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
