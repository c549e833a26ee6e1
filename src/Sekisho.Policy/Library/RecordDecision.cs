using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Policy;
using Sekisho.Platform;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Scope;

namespace Sekisho.Policy.Library;

/// <summary>Records that one of the bodies in whose name the policy is set has decided the draft that waits, or the text there is.</summary>
/// <param name="DecisionRef">Number of the resolution or 決裁, as filed.</param>
public sealed record RecordDecision(string DocumentId, string OrganCode, DateOnly DecidedOn, string DecisionRef)
{
    private const int LongestRef = 80;

    public Task<Result<int>> RunAsync(CommandRunner commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<int>(commandId, "policy.decision.record", actor, async (work, inner) =>
        {
            var context = work.Context<DocumentsContext>();
            var edition = await context.NextAsync(DocumentId, inner);
            if (edition is null) return new Refusal("policy.decision.none", "決定を付ける版がありません。", "先に条文を取り込んでください。") { IsNotFound = true };
            if (!await context.Scope.AnyAsync(s => s.Dimension == ScopeRow.Enactor && s.OrganCode == OrganCode, inner))
                return new Refusal("policy.decision.organ", "この機関は名を連ねる機関ではありません。", "適用範囲の画面で、名義の機関を確かめてください。") { Field = "organ" };
            if (DecisionRef.Length is 0 or > LongestRef) return new Refusal("policy.decision.ref", "議決または決裁の番号がありません。", $"番号を{LongestRef}字以内で書いてください。") { Field = "ref" };
            if (edition is { Version: > 1, PublicationState: EditionRow.Draft } && await Reviews.RevisionGate.CheckAsync(work, await context.Documents.AsNoTracking().SingleAsync(d => d.Id == DocumentId, inner), inner) is { } unanalysed) return unanalysed;
            if (DecidedOn > JapanTime.Day(work.Now)) return new Refusal("policy.decision.day", "決定の日が先の日です。", "決定した日を入れてください。") { Field = "decided" };
            var row = await context.Decisions.SingleOrDefaultAsync(d => d.DocumentId == DocumentId && d.Version == edition.Version && d.OrganCode == OrganCode, inner);
            if (row is null) context.Add(new JointDecisionRow { DocumentId = DocumentId, Version = edition.Version, OrganCode = OrganCode, DecidedOn = DecidedOn, DecisionRef = DecisionRef });
            else (row.DecidedOn, row.DecisionRef) = (DecidedOn, DecisionRef);
            work.Fact(new PolicyJointDecisionRecorded(DocumentId, EditionFacts.Text(edition.Version), OrganCode, DecidedOn, DecisionRef));
            return edition.Version;
        }, ct);
}
