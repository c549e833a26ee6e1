using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Findings;

/// <summary>Faults of the text: looked for again, entered by a person, decided.</summary>
public sealed class FindingDesk(CommandRunner commands, PackLibrary packs)
{
    private const int ShortestReason = 5;

    /// <summary>Looks through the current text again, with the rules of this version of the program.</summary>
    /// <returns>How many faults it has.</returns>
    public Task<Result<int>> CheckAsync(Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<int>(commandId, "policy.finding.check", actor, async (work, inner) =>
            await EditionAsync(work, inner) is { } edition ? await FindingRecorder.RecordAsync(work, edition.DocumentId, edition.Prose(), inner) : NoText, ct);

    /// <summary>Enters a finding of a person.</summary>
    /// <returns>Its id.</returns>
    public Task<Result<string>> EnterAsync(Guid commandId, Actor actor, EnterFinding command, CancellationToken ct) =>
        commands.RunAsync<string>(commandId, "policy.finding.enter", actor, async (work, inner) =>
        {
            if (await EditionAsync(work, inner) is not { } edition) return NoText;
            var clauses = await work.Context<DocumentsContext>().Clauses.Where(c => c.EditionId == edition.Id).ToDictionaryAsync(c => c.Path, c => c.Caption + c.Body, StringComparer.Ordinal, inner);
            var problems = command.Problems(clauses).ToList();
            if (problems.Count > 0) return Result<string>.Refused(problems);
            var row = new FindingRow
            {
                Id = work.Ids.Next().ToString("N")[..16], DocumentId = edition.DocumentId, Source = FindingRow.ByPerson, Kind = command.Kind, Severity = command.Severity, Path = command.Path, Quote = command.Quote,
                TextJa = command.Text, TextEn = command.Text, Status = FindingRow.Open, IsPresent = true, FoundAt = work.Now,
            };
            work.Context<DocumentsContext>().Add(row);
            work.Fact(FindingFacts.Of(row));
            return row.Id;
        }, ct);

    /// <summary>Decides a finding: open again, done, or waived. What is not done needs its reason.</summary>
    /// <param name="version">The row version the person saw.</param>
    public Task<Result<string>> DecideAsync(Guid commandId, Actor actor, string id, int version, string status, string reason, CancellationToken ct) =>
        commands.RunAsync<string>(commandId, "policy.finding.decide", actor, async (work, inner) =>
        {
            var row = await work.Context<DocumentsContext>().Findings.SingleOrDefaultAsync(f => f.Id == id, inner);
            if (Refuse(row, version, status, reason) is { } refusal) return refusal;
            (row!.Status, row.Reason, row.DecidedAt) = (status, reason.Length > 0 ? reason : null, work.Now);
            row.RowVersion++;
            work.Fact(FindingFacts.Of(row));
            return row.Id;
        }, ct);

    internal static Refusal? Refuse(FindingRow? row, int version, string status, string reason) =>
        row is null ? new Refusal("policy.finding.gone", "この指摘はありません。", "一覧から選び直してください。")
        : row.RowVersion != version ? new Refusal("policy.finding.changed", "ほかの人がこの指摘を先に変えました。", "画面を読み込み直し、今の状態を見てから決めてください。") { IsConflict = true }
        : status is not (FindingRow.Open or FindingRow.Done or FindingRow.Waived) ? new Refusal("policy.finding.status", "扱いが選ばれていません。", "未対応・対応・対応しないのどれかを選んでください。") { Field = "status" }
        : status == FindingRow.Waived && reason.Length < ShortestReason ? new Refusal("policy.finding.reason", "対応しない理由がありません。", "理由を5字以上で書いてください。") { Field = "reason" }
        : reason.Length > EnterFinding.LongestText ? new Refusal("policy.finding.reason", "理由が長すぎます。", "400字までにしてください。") { Field = "reason" } : null;

    private static Refusal NoText => new("policy.finding.notext", "条文の本文がまだありません。", "先に市の条文を取り込んでください。");

    private async Task<Documents.EditionRow?> EditionAsync(UnitOfWork work, CancellationToken ct) =>
        await packs.AppliedAsync(work, ct) is { } applied ? await work.Context<DocumentsContext>().Editions.SingleOrDefaultAsync(e => e.DocumentId == applied.DocumentId && e.IsCurrent, ct) : null;
}
