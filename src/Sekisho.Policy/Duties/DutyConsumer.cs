using Sekisho.Conformity.Judging;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts;
using Sekisho.Kernel.Ledger;
using Sekisho.Platform;
using Sekisho.Platform.Duties;
using Sekisho.Platform.Ledger;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Board;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Duties;

/// <summary>Follows the ledger: facts finish the duties they answer, and changed verdicts, roles and packs change what is asked.</summary>
internal sealed class DutyConsumer(ConformityState state, PackLibrary packs, DutyEngine engine) : ISealedConsumer
{
    public string Name => "policy.duties";

    public async Task ConsumeAsync(IReadOnlyList<SealedRecord> batch, UnitOfWork work, CancellationToken ct)
    {
        if (!batch.Any(Matters) || await packs.AppliedAsync(work, ct) is not { } applied) return;
        var basis = await BasisAsync(work, applied, ct);
        var today = JapanTime.Day(work.Now);
        var present = await work.DutyDefinitionsAsync(PolicyDuties.Source, today, ct);
        foreach (var record in batch.Where(IsAnswer)) await AnswerAsync(work, basis, present, record, ct);
        await RefreshAsync(work, basis, present, ct);
        await Corrections.FollowAsync(work, engine, basis, today, ct);
    }

    /// <summary>Verdicts are told at least once a day, so this runs at least once a day.</summary>
    private static bool Matters(SealedRecord record) => record.IsFact
        ? record.Name == ConformityState.ClauseFact || IsAnswer(record) || record.Name.StartsWith("org.role.", StringComparison.Ordinal)
        : record.Name.StartsWith("policy.", StringComparison.Ordinal);

    /// <summary>A dated fact is a person's record with a term: the answer to a duty that comes again.</summary>
    private static bool IsAnswer(SealedRecord record) => record.IsFact && FactSchema.Find(record.Name)?.Arrival == FactArrival.Dated;

    private async Task<DutyBasis> BasisAsync(UnitOfWork work, AppliedPack applied, CancellationToken ct)
    {
        var today = JapanTime.Day(work.Now);
        var holders = await work.RoleHoldersAsync(today, ct: ct);
        using var held = await state.LockAsync(ct);
        await state.CatchUpAsync(ct);
        var statements = state.All(Control.StatementFact).GroupBy(r => (r.Text("control_id"), Conformity.Judging.Statements.SubjectOf(r))).Select(g => g.Last()).ToList();
        return new DutyBasis(applied, state.Judge(applied, work.Now), holders, statements, today);
    }

    private async Task AnswerAsync(UnitOfWork work, DutyBasis basis, IReadOnlyList<DutyDefinition> present, SealedRecord record, CancellationToken ct)
    {
        var subject = record.Name == Control.StatementFact ? Conformity.Judging.Statements.SubjectOf(record) : record.Targets.FirstOrDefault(t => t.Kind is TargetKind.Unit or TargetKind.Organ, TargetRef.City);
        var organ = subject.Kind == TargetKind.Organ ? subject.Id : null;
        var unit = subject.Kind == TargetKind.Unit ? subject.Id : null;
        foreach (var duty in present.Where(d => Answers(basis, d, record))) await engine.AnswerAsync(work, duty.Id, organ, unit, record.Text("person_id"), ct);
    }

    private static bool Answers(DutyBasis basis, DutyDefinition duty, SealedRecord record)
    {
        if (record.Name == Control.StatementFact && record.Text("role_code") != duty.Role.Value) return false;
        var control = record.Name == Control.StatementFact ? record.Text("control_id") : null;
        if (duty.Id.StartsWith(PolicyDuties.Renewal, StringComparison.Ordinal)) return control is not null && duty.Id.StartsWith(PolicyDuties.Renewal + control + "/" + Conformity.Judging.Statements.SubjectOf(record) + "/", StringComparison.Ordinal);
        if (!duty.Id.StartsWith(PolicyDuties.Periodic, StringComparison.Ordinal)) return false;
        var id = duty.Id[PolicyDuties.Periodic.Length..].Split('/')[0];
        return basis.Applied.Pack.Obligations.FirstOrDefault(o => o.Id == id) is { } obligation && obligation.Controls.Any(c => control is not null
            ? c == control : basis.Applied.Catalogue.Find(c) is { } known && known.Required.Contains(record.Name, StringComparer.Ordinal));
    }

    private async Task RefreshAsync(UnitOfWork work, DutyBasis basis, IReadOnlyList<DutyDefinition> present, CancellationToken ct)
    {
        var known = present.ToDictionary(d => d.Id, StringComparer.Ordinal);
        // What is asked already keeps its days: a duty must not begin anew every morning.
        var wanted = PolicyDuties.Of(basis).Select(d => known.TryGetValue(d.Id, out var old) && old.Cadence == d.Cadence ? d with { Anchor = old.Anchor } : d).ToDictionary(d => d.Id, StringComparer.Ordinal);
        foreach (var gone in present.Where(d => !wanted.ContainsKey(d.Id) && d.Id.StartsWith(PolicyDuties.Open, StringComparison.Ordinal)))
            if (IsMended(basis, gone)) await engine.AnswerAsync(work, gone.Id, null, null, null, ct);
        if (wanted.Count != known.Count || wanted.Values.Any(d => !known.TryGetValue(d.Id, out var old) || old != d))
            await DutyEngine.DefineAsync(work, PolicyDuties.Source, [.. wanted.Values], ct);
    }

    /// <summary>True when the control stands well now where the duty asked for it; a duty that only lost its holder is not done.</summary>
    private static bool IsMended(DutyBasis basis, DutyDefinition duty) =>
        basis.Result.Controls.TryGetValue(duty.Id[PolicyDuties.Open.Length..].Split('/')[0], out var control)
        && !PolicyDuties.IsWrong(duty.UnitId is { } unit && control.Units.Count > 0 ? control.Units.GetValueOrDefault(unit)
            : duty.UnitId is null && duty.OrganCode != DutyDefinition.WholeCity && control.Organs.Count > 0 ? control.Organs.GetValueOrDefault(duty.OrganCode) : control.City);
}
