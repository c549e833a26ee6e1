using Sekisho.Conformity.Packs;
using Sekisho.Conformity.Rules;

namespace Sekisho.Tests.Conformity.Rules;

public sealed class RuleReaderTests
{
    private const string Good = """
        control: ORG-02
        reason: r
        sets:
          mapped: { fact: org.role.mapped, latest_by: [local_name] }
          open: { from: mapped, where: [{ field: role_code, is: UNMAPPED }] }
        verdicts:
          - { verdict: non_conforming, when: { some: open }, say: 未対応 }
          - { verdict: conforming, when: { some: mapped }, say: 対応 }
        """;

    [Fact]
    public void A_good_rule_reads() => Read(Good).Problems.ShouldBeEmpty();

    [Theory]
    [InlineData("fact: org.role.mapped", "fact: org.role.mappedd")]
    [InlineData("latest_by: [local_name]", "latest_by: [name]")]
    [InlineData("from: mapped", "from: maped")]
    [InlineData("from: mapped", "from: open")]
    [InlineData("some: open", "some: opne")]
    [InlineData("some: open", "any: open")]
    [InlineData("verdict: conforming", "verdict: green")]
    [InlineData("verdict: conforming", "verdict: exception")]
    [InlineData("verdict: conforming", "verdict: not_applicable")]
    [InlineData("is: UNMAPPED", "equals: UNMAPPED")]
    [InlineData("is: UNMAPPED", "is: UNMAPPED, not: CISO")]
    [InlineData("say: 対応", "say: '{opne}件'")]
    [InlineData("where: [{ field: role_code, is: UNMAPPED }]", "without: [{ set: mapped }]")]
    [InlineData("where: [{ field: role_code, is: UNMAPPED }]", "without: [{ set: mapped, plus: P1D, on: { path: path } }]")]
    [InlineData("where: [{ field: role_code, is: UNMAPPED }]", "without: [{ set: mapped, after: { confirmed_at: confirmed } }]")]
    [InlineData("is: UNMAPPED", "after: confirmed")]
    [InlineData("is: UNMAPPED", "is: UNMAPPED, plus: P1D")]
    [InlineData("is: UNMAPPED", "is: UNMAPPED, of: path")]
    [InlineData("latest_by: [local_name]", "each: names")]
    public void A_mistake_is_found(string right, string wrong) => Read(Good.Replace(right, wrong, StringComparison.Ordinal)).Problems.ShouldNotBeEmpty();

    [Fact]
    public void Clauses_in_another_order_than_the_shared_rule_are_refused()
    {
        var turned = Good.Replace("non_conforming", "x", StringComparison.Ordinal).Replace("conforming", "non_conforming", StringComparison.Ordinal).Replace("verdict: x", "verdict: conforming", StringComparison.Ordinal);
        Read(turned).Problems.ShouldContain(p => p.Message.Contains("共通規則3", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("14日", 14, SpanUnit.Day)]
    [InlineData("3か月", 3, SpanUnit.Month)]
    [InlineData("24時間", 24, SpanUnit.Hour)]
    [InlineData("3営業日", 3, SpanUnit.BusinessDay)]
    [InlineData("P1Y", 1, SpanUnit.Year)]
    [InlineData("P6M", 6, SpanUnit.Month)]
    [InlineData("PT15M", 15, SpanUnit.Minute)]
    public void Lengths_of_time_read(string text, int count, SpanUnit unit) => Span.Parse(text).ShouldBe(new Span(count, unit));

    [Theory]
    [InlineData("")]
    [InlineData("日")]
    [InlineData("P")]
    [InlineData("-1日")]
    [InlineData("90%")]
    [InlineData("999999999日")]
    public void Other_text_is_no_length_of_time(string text) => Span.Parse(text).ShouldBeNull();

    [Fact]
    public void Every_parameter_of_the_catalogue_is_a_time_a_number_or_a_word_a_rule_can_compare()
    {
        foreach (var parameter in Support.ContentFiles.Catalogue.Controls.SelectMany(c => c.Parameters.Values))
            (Span.Parse(parameter.Default) is not null || Quantity.Parse(parameter.Default) is not null || parameter.Default == "高").ShouldBeTrue(parameter.ToString());
    }

    private static (Rule? Rule, List<PackProblem> Problems) Read(string text)
    {
        var problems = new List<PackProblem>();
        return (RuleReader.Read(new PackFile("_shared/rules/ORG-02.yaml", text), problems), problems);
    }
}
