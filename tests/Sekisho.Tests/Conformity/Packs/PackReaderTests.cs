using Sekisho.Conformity.Packs;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Conformity.Packs;

public sealed class PackReaderTests
{
    private const string Control = """
        controls:
          - id: ORG-02
            domain: 組織
            title: { ja: 役割, en: Roles }
            statement: { ja: 役割を照合する, en: Check roles }
            default_role: CISO
            mode: ENFORCE
            module: Organisation
            evidence: [org.role.mapped]
            target_kind: city
            selector: 市一件
            rule_text: 決め方
            rollup: city-wide
            attests: CISO
            action: 照合する
            interval: P1D
            parameters: { vacancy_grace: { default: 14日 } }
            delivered_by: foundation
        """;

    private const string Pack = """
        pack: XYZ
        document: { title: 方針, kind: policy }
        settings: { exception: { enabled: true } }
        parameters: { ORG-02.vacancy_grace: 7日 }
        obligations:
          - { id: XYZ-001, clause: 第1, path: art1, sentences: [s1], title: 目的, text: { ja: 定める, en: Set }, strength: must, role: CITY, role_state: text, controls: [ORG-02] }
        """;

    [Fact]
    public void Everything_shipped_is_free_of_problems() => PackReader.Check(ContentFiles.Packs("content")).ShouldBeEmpty();

    [Fact]
    public void Every_shipped_pack_reads()
    {
        foreach (var code in new[] { "MTK", "TCG", "MIT", "NBR", "KTG", "SKS" }) ContentFiles.Pack(code).Obligations.Count.ShouldBeGreaterThan(50);
        ContentFiles.Catalogue.Controls.Count.ShouldBe(128);
    }

    [Fact]
    public void Every_control_delivered_by_the_foundation_has_a_built_rule() =>
        ContentFiles.Catalogue.Controls.Where(c => c.DeliveredBy == "foundation" && c.Rule is not { IsBuilt: true }).Select(c => c.Id).ShouldBeEmpty();

    [Fact]
    public void The_classes_of_persons_are_those_the_organisation_records() =>
        ScopeEntry.PersonClasses.ShouldBe(Sekisho.Organisation.Model.PersonClasses.All);

    [Theory]
    [InlineData("[clerk]", "「clerk」はありません")]
    [InlineData("[regular, regular]", "二度")]
    public void A_class_of_persons_must_be_known_and_stand_once(string classes, string problem)
    {
        var catalogue = PackReader.ReadControls([new PackFile("_shared/controls.yaml", Control)]);
        var text = Pack + "\nscope: { persons: [ { code: REGULAR, name: 職員, path: art1, classes: " + classes + " } ] }\n";
        PackReader.ReadPack(new PackFile("XYZ/pack.yaml", text), catalogue.Value!).Problems.ShouldContain(p => p.ToString().Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void The_demonstration_city_places_every_class_it_employs() =>
        ContentFiles.Pack("SKS").Scope.SelectMany(s => s.Classes).Order(StringComparer.Ordinal).ShouldBe(ScopeEntry.PersonClasses.Order(StringComparer.Ordinal));

    [Fact]
    public void A_small_pack_reads()
    {
        var catalogue = PackReader.ReadControls([new PackFile("_shared/controls.yaml", Control)]);
        catalogue.Problems.ShouldBeEmpty();
        var pack = PackReader.ReadPack(new PackFile("XYZ/pack.yaml", Pack), catalogue.Value!);
        pack.Problems.ShouldBeEmpty();
        pack.Value!.Settings.IsOn("exception.enabled").ShouldBeTrue();
        pack.Value.Parameters["ORG-02.vacancy_grace"].ShouldBe("7日");
        pack.Value.Obligations.Single().Controls.ShouldBe(["ORG-02"]);
    }

    [Theory]
    [InlineData("document: { title: 方針, kind: policy }", "document: { title: 方針, kind: policy, colour: red }", 2)]
    [InlineData("exception: { enabled", "exception: { enabeld", 3)]
    [InlineData("vacancy_grace: 7日", "vacancy_grace: 7%", 4)]
    [InlineData("ORG-02.vacancy_grace", "ORG-02.vacancy", 4)]
    [InlineData("strength: must", "strength: mustt", 6)]
    [InlineData("path: art1", "path: article1", 6)]
    [InlineData("controls: [ORG-02]", "controls: [ORG-99]", 6)]
    [InlineData("sentences: [s1]", "sentences: [1]", 6)]
    [InlineData("role_state: text", "role_state: texts", 6)]
    [InlineData("id: XYZ-001", "id: ABC-001", 6)]
    public void One_mistake_in_a_pack_is_found_in_its_line(string right, string wrong, int line)
    {
        var catalogue = PackReader.ReadControls([new PackFile("_shared/controls.yaml", Control)]).Value!;
        var reading = PackReader.ReadPack(new PackFile("XYZ/pack.yaml", Pack.Replace(right, wrong, StringComparison.Ordinal)), catalogue);
        reading.Value.ShouldBeNull();
        reading.Problems.ShouldAllBe(p => p.Line == line && p.Path == "XYZ/pack.yaml");
        reading.Problems.ShouldNotBeEmpty();
    }

    [Fact]
    public void All_mistakes_are_reported_at_once()
    {
        var wrong = Pack.Replace("must", "mustt", StringComparison.Ordinal).Replace("kind: policy", "knid: policy", StringComparison.Ordinal).Replace("7日", "abc", StringComparison.Ordinal);
        var problems = PackReader.Check([new PackFile("_shared/controls.yaml", Control), new PackFile("XYZ/pack.yaml", wrong)]);
        problems.Select(p => p.Line).Distinct().ShouldBe([2, 4, 6]);
    }

    [Theory]
    [InlineData("evidence: [org.role.mapped]", "evidence: [org.role.maped]")]
    [InlineData("target_kind: city", "target_kind: town")]
    [InlineData("rollup: city-wide", "rollup: 'ratio(ok>=100%;part>={fill_min})'")]
    [InlineData("rollup: city-wide", "rollup: best")]
    [InlineData("mode: ENFORCE", "mode: FORCE")]
    public void A_mistake_in_a_control_is_found(string right, string wrong)
    {
        var problems = PackReader.ReadControls([new PackFile("controls.yaml", Control.Replace(right, wrong, StringComparison.Ordinal))]).Problems;
        problems.ShouldNotBeEmpty();
        var at = Array.FindIndex(Control.Split('\n'), l => l.Contains(right, StringComparison.Ordinal)) + 1;
        problems.ShouldAllBe(p => p.Line == at);
    }

    [Theory]
    [InlineData("a: [1, 2")]
    [InlineData("- list")]
    [InlineData("a: &x 1\nb: *x")]
    [InlineData("")]
    public void Text_that_is_no_mapping_is_one_clear_problem(string text) =>
        PackReader.ReadPack(new PackFile("p/pack.yaml", text), ContentFiles.Catalogue).Problems.Count.ShouldBe(1);
}
