using Sekisho.Tests.Support;

namespace Sekisho.Tests.Conformity.Judging;

/// <summary>The truth tables of the rules: a file is a case, a folder is a control.</summary>
public sealed class TruthTableTests
{
    public static TheoryData<string> Cases()
    {
        var cases = new TheoryData<string>();
        foreach (var file in Directory.EnumerateFiles(RuleCase.Folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            cases.Add(Path.GetRelativePath(RuleCase.Folder, file).Replace('\\', '/'));
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_comes_out_as_written(string name)
    {
        var given = RuleCase.Read(Path.Combine(RuleCase.Folder, name));
        given.Wrong(given.Judge(name.Split('/')[0])).ShouldBeNull();
    }

    [Fact]
    public void Every_clause_of_every_built_rule_has_a_case()
    {
        var fired = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(RuleCase.Folder, "*.yaml", SearchOption.AllDirectories))
            fired.UnionWith(RuleCase.Read(file).Judge(Path.GetFileName(Path.GetDirectoryName(file))!).Targets.Select(t => t.Reason.Key));
        ContentFiles.Catalogue.Controls.SelectMany(c => c.Rule?.Clauses ?? []).Select(c => c.Key).Where(k => !fired.Contains(k)).ShouldBeEmpty();
    }
}
