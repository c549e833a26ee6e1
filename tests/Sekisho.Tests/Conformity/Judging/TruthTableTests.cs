using Sekisho.Kernel;
using Sekisho.Kernel.Verdicts;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Conformity.Judging;

/// <summary>The truth tables of the rules: a file is a case, a folder is a control.</summary>
public sealed class TruthTableTests
{
    private static readonly string Folder = Path.Combine(ContentFiles.Root, "tests", "corpus", "rules");

    public static TheoryData<string> Cases()
    {
        var cases = new TheoryData<string>();
        foreach (var file in Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            cases.Add(Path.GetRelativePath(Folder, file).Replace('\\', '/'));
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_comes_out_as_written(string name)
    {
        var given = RuleCase.Read(Path.Combine(Folder, name));
        var result = given.Judge(name.Split('/')[0]);
        (given.Verdict ?? given.City).ShouldNotBeNull("A case names a verdict.");
        if (given.City is { } city) result.City.Verdict.ShouldBe(VerdictNames.Find(city)!.Value);
        if (given.Verdict is not { } verdict) return;
        var target = given.Target is null ? result.Targets.Single() : result.Targets.Single(t => t.Target == TargetRef.Parse(given.Target));
        target.Verdict.ShouldBe(VerdictNames.Find(verdict)!.Value, target.Reason.Key + " " + target.Reason.Sentence);
        if (given.Clause is { } clause) target.Reason.Key.ShouldBe(clause);
        if (given.Says is { } says) target.Reason.Sentence.ShouldNotBeNull().ShouldContain(says);
    }

    [Fact]
    public void Every_clause_of_every_built_rule_has_a_case()
    {
        var fired = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories))
            fired.UnionWith(RuleCase.Read(file).Judge(Path.GetFileName(Path.GetDirectoryName(file))!).Targets.Select(t => t.Reason.Key));
        ContentFiles.Catalogue.Controls.SelectMany(c => c.Rule?.Clauses ?? []).Select(c => c.Key).Where(k => !fired.Contains(k)).ShouldBeEmpty();
    }
}
