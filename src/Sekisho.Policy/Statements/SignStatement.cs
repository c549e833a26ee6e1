using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Policy;
using Sekisho.Kernel.Verdicts;
using Sekisho.Platform.Registries;

namespace Sekisho.Policy.Statements;

/// <summary>A person states how a control stands for a subject (shared rule 4). Subject: city, organ:CODE or unit:ID.</summary>
public sealed record SignStatement(string ControlId, string Subject, string Asserted, string Text, string EvidenceRef, DateOnly ValidTo)
{
    private const int ShortestText = 10;
    /// <summary>A statement is a look at one moment: after a year somebody has to look again.</summary>
    private const int LongestYears = 1;

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Held">The roles the person holds today.</param>
    /// <param name="UnitOrgan">Organ of the unit that is the subject; null when there is no such unit.</param>
    public sealed record State(Control? Control, string PersonId, IReadOnlyList<RoleHolder> Held, string? UnitOrgan);

    /// <summary>The fact to write, or every reason why not.</summary>
    public static Result<AttestationSigned> Decide(State state, SignStatement command, DateTimeOffset now)
    {
        if (state.Control is not { } control) return new Refusal("policy.statement.control", "管理策が見つかりません。", "一覧から選び直してください。") { Field = "control" };
        if (Reach(state, command) is not { } subject) return new Refusal("policy.statement.role", "この管理策をこの対象について述べる役割に就いていません。", "述べる役割の人に依頼してください。") { Field = "subject" };
        var wrong = Problems(command, JapanTime.Day(now)).ToList();
        if (wrong.Count > 0) return Result<AttestationSigned>.Refused(wrong);
        return new AttestationSigned(UnitId: subject.Kind == TargetKind.Unit ? subject.Id : null, OrganCode: subject.Kind == TargetKind.Organ ? subject.Id : null,
            ControlId: control.Id, PersonId: state.PersonId, RoleCode: control.Attests.Value, Asserted: command.Asserted, Statement: command.Text,
            EvidenceRef: command.EvidenceRef, ValidTo: command.ValidTo, At: now);
    }

    /// <summary>True when the holder's role reaches the subject: a role without unit reaches its organ, one without organ the city.</summary>
    internal static bool Reaches(RoleHolder holder, TargetRef subject, string? unitOrgan) => subject.Kind switch
    {
        TargetKind.City => holder.UnitId is null,
        TargetKind.Organ => holder.UnitId is null && holder.OrganCode == subject.Id,
        TargetKind.Unit => holder.UnitId is null ? holder.OrganCode == unitOrgan : holder.UnitId == subject.Id,
        _ => false,
    };

    internal static TargetRef? SubjectOf(string text) =>
        text == "city" ? TargetRef.City : TargetRef.Parse(text) is { Kind: TargetKind.Organ or TargetKind.Unit } target ? target : null;

    private static TargetRef? Reach(State state, SignStatement command) =>
        SubjectOf(command.Subject) is { } subject && state.Held.Any(h => h.Role == state.Control!.Attests && Reaches(h, subject, state.UnitOrgan)) ? subject : null;

    private static IEnumerable<Refusal> Problems(SignStatement command, DateOnly today)
    {
        if (VerdictNames.Find(command.Asserted) is not (Verdict.Conforming or Verdict.Partial or Verdict.NonConforming))
            yield return new Refusal("policy.statement.asserted", "述べる判定が選ばれていません。", "適合・一部適合・不適合のどれかを選んでください。") { Field = "asserted" };
        if (command.Text.Length < ShortestText)
            yield return new Refusal("policy.statement.text", "述べることが短すぎます。", "どのように確かめたかを10字以上で書いてください。") { Field = "text" };
        if (command.EvidenceRef.Length == 0)
            yield return new Refusal("policy.statement.evidence", "根拠の所在がありません。", "文書番号か保管場所を書いてください。") { Field = "evidence" };
        if (command.ValidTo <= today || command.ValidTo > today.AddYears(LongestYears).AddDays(1))
            yield return new Refusal("policy.statement.until", "有効な期限ではありません。", "明日から一年以内の日を入れてください。") { Field = "until" };
    }
}
