using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Registries;

namespace Sekisho.Policy.Scope;

/// <summary>A person confirms, clause by clause, which bodies, information, persons, assets and routes the policy takes in.</summary>
public sealed class ConfigureScope(CommandRunner commands)
{
    /// <summary>Confirms these entries; the others keep waiting. Refused whole when an entry or an organ is unknown.</summary>
    /// <returns>How many entries were confirmed.</returns>
    public Task<Result<int>> RunAsync(Guid commandId, Actor actor, IReadOnlyList<ScopeDecision> decisions, CancellationToken ct) =>
        commands.RunAsync(commandId, "policy.scope.configure", actor, (work, inner) => ConfirmAsync(work, decisions, inner), ct);

    /// <summary>Confirms every entry that waits as the pack proposes it.</summary>
    /// <returns>How many entries were confirmed; 0 when none waited.</returns>
    public Task<Result<int>> AgreeAsync(Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync(commandId, "policy.scope.agree", actor, async (work, inner) =>
        {
            var waiting = await work.Context<DocumentsContext>().Scope.Where(s => s.ConfirmState == ScopeRow.Pending).OrderBy(s => s.Position)
                .Select(s => new ScopeDecision(s.Id, s.InScope, s.OrganCode)).ToListAsync(inner);
            return waiting.Count == 0 ? 0 : await ConfirmAsync(work, waiting, inner);
        }, ct);

    private static async Task<Result<int>> ConfirmAsync(UnitOfWork work, IReadOnlyList<ScopeDecision> decisions, CancellationToken ct)
    {
        var context = work.Context<DocumentsContext>();
        var rows = await context.Scope.ToDictionaryAsync(s => s.Id, ct);
        var organs = (await work.SubjectsAsync(TargetKind.Organ, ct: ct)).Select(o => o.Target.Id).ToHashSet(StringComparer.Ordinal);
        var decided = Decide(rows, organs, decisions);
        if (!decided.IsOk) return decided.As<int>();
        foreach (var (row, decision) in decided.Value)
        {
            (row.InScope, row.ConfirmState, row.ConfirmedAt) = (decision.InScope, ScopeRow.Confirmed, work.Now);
            if (ScopeRow.IsOrgan(row.Dimension)) row.OrganCode = decision.OrganCode;
            foreach (var fact in ScopeRows.Facts(row, work.Now)) work.Fact(fact);
        }
        return decided.Value.Count;
    }

    internal static Result<IReadOnlyList<(ScopeRow Row, ScopeDecision Decision)>> Decide(
        IReadOnlyDictionary<Guid, ScopeRow> rows, IReadOnlySet<string> organs, IReadOnlyList<ScopeDecision> decisions)
    {
        if (decisions.Count == 0) return new Refusal("policy.scope.none", "確かめた項目がありません。", "確かめる項目に印を付けてから、もう一度押してください。");
        var decided = new List<(ScopeRow, ScopeDecision)>();
        foreach (var decision in decisions)
        {
            if (!rows.TryGetValue(decision.Id, out var row)) return new Refusal("policy.scope.gone", "一覧に無い項目が選ばれています。", "画面を読み込み直してください。") { IsConflict = true };
            if (decision.OrganCode is { } organ && !organs.Contains(organ))
                return new Refusal("policy.scope.organ", $"機関「{organ}」は登録されていません。", "機関を登録してから選んでください。") { Field = "organ-" + decision.Id };
            decided.Add((row, decision));
        }
        return decided;
    }
}
