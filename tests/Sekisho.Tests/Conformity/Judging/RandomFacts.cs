using FsCheck;
using FsCheck.Fluent;

namespace Sekisho.Tests.Conformity.Judging;

/// <summary>Random histories from the corpus's own vocabulary: real shapes, random times and subjects.</summary>
internal static class RandomFacts
{
    internal sealed record Plan(string Name, int MinutesAgo, int Variant);

    private static readonly string[] Names =
    [
        "scope.configured", "mail.accepted", "mail.sanitised", "mail.released", "security_function.checked", "org.unit.recorded", "org.role.appointed",
        "org.role.vacant", "org.role.mapped", "org.person.recorded", "idp.password.policy.enforced", "policy.structure.verified", "policy.version.published", "attestation.signed",
    ];

    public static readonly string[] Controls = ["ORG-02", "ORG-03", "ORG-04", "ORG-05", "ORG-06", "ORG-07", "ORG-08", "ORG-09", "ORG-15", "POL-01", "POL-03", "POL-04", "POL-05", "POL-15", "SAN-01", "ACC-04"];

    public static Arbitrary<Plan[]> Histories(bool statements = false) => (
        from name in Gen.Elements(statements ? Names : Names[..^1])
        from minutes in Gen.Choose(0, 60 * 24 * 40)
        from variant in Gen.Choose(0, 255)
        select new Plan(name, minutes, variant)).ArrayOf(25).ToArbitrary();

    public static FactBuilder Build(IEnumerable<Plan> plans)
    {
        var builder = new FactBuilder(RuleCase.AsOf);
        foreach (var plan in plans.OrderByDescending(p => p.MinutesAgo)) builder.Add(plan.Name, RuleCase.AsOf.AddMinutes(-plan.MinutesAgo), Fields(plan));
        return builder;
    }

    public static IEnumerable<(string, string)> Fields(Plan plan)
    {
        var v = plan.Variant;
        string Pick(params string[] of) => of[v % of.Length];
        var days = FormattableString.Invariant($"@-{v % 40}d");
        var end = (v & 8) == 0 ? FormattableString.Invariant($"@{(v % 30) - 15:+0;-0;-0}d") : null;
        (string, string)[] fields = plan.Name switch
        {
            "scope.configured" => (v & 1) == 0
                ? [("dimension", "route"), ("code", "mail"), ("src_zone", "Z_INET"), ("dst_zone", "Z_LGWAN"), ("in_scope", "true"), ("confirm_state", "confirmed")]
                : [("dimension", Pick("body", "information", "asset", "person")), ("code", Pick("a", "b", "regular")), ("organ_code", Pick("o1", "o2")), ("in_scope", Pick("true", "true", "false")), ("confirm_state", Pick("confirmed", "pending", "missing"))],
            "mail.accepted" => [("message_id", Pick("m1", "m2", "m3")), ("src_zone", "Z_INET"), ("dst_zone", "Z_LGWAN")],
            "mail.released" => [("message_id", Pick("m1", "m2", "m3")), ("src_zone", "Z_INET"), ("dst_zone", "Z_LGWAN"), ("bypassed", Pick("false", "false", "true"))],
            "mail.sanitised" => [("message_id", Pick("m1", "m2", "m3")), ("body_to_text", Pick("true", "true", "false")), ("outcome", "cleaned")],
            "security_function.checked" => [("function_id", "gate.mail"), ("system_id", "gate"), ("result", Pick("passed", "passed", "failed"))],
            "org.unit.recorded" => [("unit_id", Pick("u1", "u2", "u3")), ("organ_code", Pick("o1", "o2")), ("unit_class", Pick("department", "section")), ("parent_unit_id", "u1"), ("valid_from", "@-300d")],
            "org.role.appointed" => [("role_code", Role(v)), ("organ_code", Pick("o1", "o2")), ("unit_id", Pick("u1", "u2", "u3")), ("person_id", Pick("p1", "p2", "p3", "p4", "p5")), ("basis", Pick("post", "nomination", "deputy")), ("appointed_by", Pick("CISO", "SECT_HEAD")), ("valid_from", days)],
            "org.role.vacant" => [("role_code", Role(v)), ("organ_code", Pick("o1", "o2")), ("unit_id", Pick("u1", "u2", "u3")), ("since", days)],
            "org.role.mapped" => [("local_name", Pick("甲", "乙", "丙")), ("role_code", (v & 31) == 0 ? "UNMAPPED" : Role(v))],
            "org.person.recorded" => [("person_id", Pick("p1", "p2", "p3", "p4", "p5")), ("person_class", Pick("regular", "a", "z")), ("state", Pick("active", "retired"))],
            "idp.password.policy.enforced" => [("system_id", Pick("s1", "s2")), ("min_length", Pick("12", "11", "14")), ("blocklist", "true"), ("enforced", Pick("true", "true", "false"))],
            "policy.structure.verified" => [("doc_id", "d"), ("missing_parent", "false"), ("orphan_count", Pick("0", "2", "5"))],
            "policy.version.published" => [("doc_id", "d"), ("doc_kind", "basic_policy")],
            _ => [("control_id", Controls[v % Controls.Length]), ("role_code", Pick("CISO", "SYS_OWNER", "DEPT_HEAD", "SECT_HEAD", "MAYOR")), ("asserted", Pick("conforming", "partial", "non_conforming")), ("valid_to", FormattableString.Invariant($"@{(v % 9) - 2:+0;-0;-0}d"))],
        };
        return plan.Name == "org.role.appointed" && end is not null ? fields.Append(("valid_to", end)) : fields;
    }

    private static string Role(int v) => new[] { "CISO", "DEPT_HEAD", "SECT_HEAD", "SECT_OPERATOR", "SYS_OWNER", "SYS_ADMIN", "BLDG_OWNER", "BLDG_MGR", "DOC_MGR", "AUDITOR" }[v / 8 % 10];
}
