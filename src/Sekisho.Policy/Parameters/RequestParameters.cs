using Microsoft.EntityFrameworkCore;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Approvals;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Parameters;

/// <summary>
/// Asks for values of rules with their basis. The CISO decides, and where there is none the mayor; a value holds from the decision on and never before it.
/// </summary>
public sealed class RequestParameters(CommandRunner commands, PackLibrary packs, ApprovalEngine approvals)
{
    internal const string SubjectKind = "policy.parameter";
    private const int LongestBasis = 300;

    /// <param name="values">"CONTROL.name" → value.</param>
    /// <returns>The approval's id.</returns>
    public Task<Result<Guid>> RunAsync(Guid commandId, Actor actor, IReadOnlyDictionary<string, string> values, string basis, CancellationToken ct) =>
        commands.RunAsync<Guid>(commandId, "policy.parameter.request", actor, async (work, inner) =>
        {
            if (actor.PersonId is not { } person || await packs.AppliedAsync(work, inner) is not { } applied)
                return new Refusal("policy.parameter.closed", "値を申請できる状態にありません。", "パックを選び、職員として入ってから申請してください。");
            var context = work.Context<DocumentsContext>();
            var waiting = (await context.ParameterChanges.Where(p => p.ApprovedAt == null).ToListAsync(inner)).Select(p => p.BatchId).Distinct().ToList();
            if (await OpenAsync(work, waiting, inner)) return new Refusal("policy.parameter.waiting", "前の申請がまだ決裁されていません。", "決裁を待つか、取り下げてから申請してください。") { IsConflict = true };
            var decided = Decide(applied, values, basis);
            if (!decided.IsOk) return decided.As<Guid>();
            var batch = work.Ids.Next();
            foreach (var (control, name, value) in decided.Value)
                context.Add(new ParameterChangeRow { Id = work.Ids.Next(), BatchId = batch, ControlId = control.Id, Name = name, Value = value, Basis = basis, RequestedBy = person, RequestedAt = work.Now });
            var title = decided.Value.Count == 1 ? decided.Value[0].Control.Id + "." + decided.Value[0].Name + " = " + decided.Value[0].Value : FormattableString.Invariant($"{decided.Value.Count} values");
            var plan = new ApprovalPlan(SubjectKind, batch.ToString("D"), title, "/policy/parameters", person, actor.OrganCode ?? "", null, await StepsAsync(work, inner),
                new Dictionary<string, string>(StringComparer.Ordinal) { ["policy.parameter.values"] = string.Join('\n', decided.Value.Select(d => d.Control.Id + "." + d.Name + ": " + applied.ParameterOf(d.Control, d.Name) + " → " + d.Value)), ["policy.parameter.basis"] = basis });
            return await approvals.SubmitAsync(work, plan, inner);
        }, ct);

    /// <summary>The values that may be asked for, or everything that is wrong with them.</summary>
    internal static Result<IReadOnlyList<(Control Control, string Name, string Value)>> Decide(AppliedPack applied, IReadOnlyDictionary<string, string> values, string basis)
    {
        var wrong = new List<Refusal>();
        if (basis.Length is 0 or > LongestBasis) wrong.Add(new Refusal("policy.parameter.basis", "根拠がないか、長すぎます。", $"なぜその値にするかを{LongestBasis}字以内で書いてください。") { Field = "basis" });
        if (values.Count == 0) wrong.Add(new Refusal("policy.parameter.none", "値が選ばれていません。", "値を一つ以上選んでください。") { Field = "key" });
        var found = new List<(Control, string, string)>();
        foreach (var (key, value) in values)
        {
            var dot = key.IndexOf('.', StringComparison.Ordinal);
            var control = dot > 0 ? applied.Catalogue.Find(key[..dot]) : null;
            var parameter = control?.Parameters.GetValueOrDefault(key[(dot + 1)..]);
            if (control is null || parameter is null) wrong.Add(new Refusal("policy.parameter.unknown", $"設定値「{key}」はありません。", "一覧から選び直してください。") { Field = "key" });
            else if (!parameter.Accepts(value)) wrong.Add(new Refusal("policy.parameter.kind", $"「{value}」は、初期値 {parameter.Default} と同じ種類の値ではありません。", "同じ単位の値を書いてください。") { Field = "value" });
            else found.Add((control, parameter.Name, value));
        }
        return wrong.Count > 0 ? Result<IReadOnlyList<(Control, string, string)>>.Refused(wrong) : found;
    }

    private static async Task<bool> OpenAsync(UnitOfWork work, List<Guid> batches, CancellationToken ct)
    {
        await using var command = new Npgsql.NpgsqlCommand("select 1 from platform.approval where subject_kind = $1 and subject_id = any($2) and state in ('open', 'returned') limit 1", work.Connection, work.Transaction)
        {
            Parameters = { new() { Value = SubjectKind }, new() { Value = batches.Select(b => b.ToString("D")).ToArray() } },
        };
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    /// <summary>The CISO decides; where the seat is empty, the mayor.</summary>
    internal static async Task<IReadOnlyList<ApprovalStep>> StepsAsync(UnitOfWork work, CancellationToken ct)
    {
        var today = JapanTime.Day(work.Now);
        var ciso = await work.RoleHoldersAsync(today, RoleCode.Ciso, ct: ct);
        var mayor = await work.RoleHoldersAsync(today, RoleCode.Mayor, ct: ct);
        return [new(ApprovalStepKind.Approve, ApprovalNeeds.One, Seats(ciso.Count > 0 ? ciso : mayor), Seats(mayor))];
    }

    private static List<ApprovalSeat> Seats(IReadOnlyList<RoleHolder> holders) => [.. holders.Select(h => new ApprovalSeat(h.PersonId, h.Role.Value, h.PostCode))];
}
