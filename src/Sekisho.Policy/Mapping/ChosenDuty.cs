using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Mapping;

/// <summary>The values of one obligation as a person confirmed them: those proposed, unless others were chosen.</summary>
internal static class ChosenDuty
{
    private const int MostControls = 6;

    public static Result<MappingChoice> Of(AppliedPack applied, MappingLine line, MappingDesk.Wanted want, string id)
    {
        var wrong = new List<Refusal>();
        var controls = (want.Controls ?? line.Proposed?.Controls ?? []).Distinct(StringComparer.Ordinal).ToList();
        if (controls.Count is 0 or > MostControls) wrong.Add(new Refusal("policy.mapping.controls", "管理策が選ばれていないか、多すぎます。", $"管理策を1つから{MostControls}つまで選んでください。") { Field = "control" });
        if (controls.FirstOrDefault(c => applied.Catalogue.Find(c) is null) is { } unknown) wrong.Add(new Refusal("policy.mapping.control", $"管理策「{unknown}」は一覧にありません。", "一覧から選び直してください。") { Field = "control" });
        var strength = want.Strength ?? line.Proposed?.Strength ?? line.Suggested.Sentence.Strength;
        if (!Enum.TryParse<Strength>(strength, ignoreCase: true, out _)) wrong.Add(new Refusal("policy.mapping.strength", "強さが選ばれていません。", "八つの強さから選んでください。") { Field = "strength" });
        var roles = want.Roles ?? line.Proposed?.Roles ?? [RoleCode.City.Value];
        if (roles.Count == 0 || roles.Any(r => !Roles.Contains(r, StringComparer.Ordinal))) wrong.Add(new Refusal("policy.mapping.role", "主体が選ばれていません。", "一覧から選び直してください。") { Field = "role" });
        var interval = want.Interval ?? line.Proposed?.Interval ?? "";
        if (interval.Length > 0 && !Intervals.Contains(interval, StringComparer.Ordinal) && interval != line.Proposed?.Interval) wrong.Add(new Refusal("policy.mapping.interval", "間隔が一覧にありません。", "一覧から選び直してください。") { Field = "interval" });
        if (wrong.Count > 0) return Result<MappingChoice>.Refused(wrong);
        return new MappingChoice(line.Path, line.Sentence, line.Digest)
        {
            Id = id, Strength = strength.ToLowerInvariant(), Roles = roles, RoleState = StateOf(line, roles), Controls = controls, Interval = interval,
            IntervalSource = interval == line.Proposed?.Interval ? line.Proposed.IntervalSource : "parameter",
        };
    }

    /// <summary>What a person may choose from beside what is proposed.</summary>
    public static IReadOnlyList<string> Intervals { get; } = ["P1M", "P3M", "P6M", "P1Y", "P2Y", "continuous", "on:need", "on:revision"];

    public static IReadOnlyList<string> Roles { get; } =
        ["CITY", "MAYOR", "CISO", "DEPT_HEAD", "SECT_HEAD", "SECT_OPERATOR", "SYS_OWNER", "SYS_ADMIN", "BLDG_OWNER", "BLDG_MGR", "DOC_MGR", "AUDITOR", "COMMITTEE", "CSIRT", "ALL_STAFF", "CONTRACTOR", "ENACTING_BODIES", "UNMAPPED"];

    /// <summary>The bearer proposed keeps where it came from; another one is a person's proposal until the role map says it.</summary>
    private static string StateOf(MappingLine line, IReadOnlyList<string> roles) =>
        line.Proposed is { } proposed && proposed.Roles.SequenceEqual(roles, StringComparer.Ordinal) ? proposed.RoleState : roles is ["CITY"] ? "none" : "proposal";
}
