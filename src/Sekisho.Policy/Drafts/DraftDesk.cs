using System.Text;
using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Platform;
using Sekisho.Platform.Workers;
using Sekisho.PolicyText;
using Sekisho.PolicyText.Exchange;
using Sekisho.PolicyText.Review;

namespace Sekisho.Policy.Drafts;

/// <summary>Takes a file in as a draft and keeps what a person does to it: every act one command, the last one can be undone.</summary>
public sealed class DraftDesk(CommandRunner commands, IWorkers workers)
{
    private const int LongestName = 200;
    private const int MostEdits = 5_000;

    /// <summary>Opens the file in a worker, parses it and stores the draft.</summary>
    /// <returns>The draft's id.</returns>
    public async Task<Result<Guid>> StartAsync(Guid commandId, Actor actor, string fileName, ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        if (file.Length > TextRefusals.LargestFile) return TextRefusals.TooLarge;
        if (file.IsEmpty) return TextRefusals.Empty;
        var reply = await workers.AskAsync(WorkerVerb.Text, new Dictionary<string, string>(StringComparer.Ordinal), file, ct);
        if (!reply.IsOk) return reply.As<Guid>();
        if (reply.Value.Output is not { } output) return TextRefusals.Find(reply.Value.Details.GetValueOrDefault(TextRefusals.StageDetail, "")) ?? TextRefusals.UnknownEncoding;
        var encoding = reply.Value.Details.GetValueOrDefault(TextRefusals.EncodingDetail, "");
        return await StartTextAsync(commandId, actor, fileName, Encoding.UTF8.GetString(output.Bytes.Span), encoding[..Math.Min(encoding.Length, 20)], ct);
    }

    private async Task<Result<Guid>> StartTextAsync(Guid commandId, Actor actor, string fileName, string text, string encoding, CancellationToken ct)
    {
        var parsed = PolicySource.Read(text);
        if (!parsed.IsOk) return parsed.As<Guid>();
        if (parsed.Value.All.Count == 0) return new Refusal("policy.draft.empty", "条文が見つかりませんでした。", "方針の条文が入ったファイルかどうかを確かめてください。");
        var beginning = ReviewJson.Write(ReviewTree.Of(parsed.Value));
        return await commands.RunAsync<Guid>(commandId, "policy.draft.start", actor, async (work, inner) =>
        {
            var row = new DraftRow
            {
                Id = work.Ids.Next(), FileName = fileName[..Math.Min(fileName.Length, LongestName)], SourceText = text, Encoding = encoding, Beginning = beginning, Edits = "[]",
                State = DraftRow.Open, StartedAt = work.Now,
            };
            work.Context<DocumentsContext>().Add(row);
            Record(work, "policy.draft.started", row, parsed.Value.Uncertain.Count);
            await work.SaveAsync(inner);
            return row.Id;
        }, ct);
    }

    /// <summary>One act of the review; refused when the clause is gone, the act is impossible there, or somebody was faster.</summary>
    /// <returns>The clause to look at next: that of the next open cut, else the one that was changed.</returns>
    public Task<Result<int>> EditAsync(Guid commandId, Actor actor, Guid id, int rowVersion, ReviewEdit edit, CancellationToken ct) =>
        ChangeAsync<int>(commandId, "policy.draft.edit", actor, id, rowVersion, (work, row) =>
        {
            var edits = ReviewJson.ReadEdits(row.Edits);
            if (edits.Count >= MostEdits) return new Refusal("policy.draft.edits", "この下書きの直しが多すぎます。", "ここまでを取り込むか、元の文書を直してから取り込み直してください。");
            var changed = row.Tree().Apply(edit);
            if (!changed.IsOk) return changed.As<int>();
            row.Edits = ReviewJson.Write([.. edits, edit]);
            Record(work, "policy.draft.edited", row, edits.Count + 1);
            return DraftView.Next(changed.Value, edit);
        }, ct);

    /// <summary>Takes the last act back.</summary>
    /// <returns>The clause the act was about.</returns>
    public Task<Result<int>> UndoAsync(Guid commandId, Actor actor, Guid id, int rowVersion, CancellationToken ct) =>
        ChangeAsync<int>(commandId, "policy.draft.undo", actor, id, rowVersion, (work, row) =>
        {
            var edits = ReviewJson.ReadEdits(row.Edits);
            if (edits.Count == 0) return new Refusal("policy.draft.nothing", "戻す操作がありません。", "先に条項を直してください。");
            row.Edits = ReviewJson.Write([.. edits.SkipLast(1)]);
            Record(work, "policy.draft.undone", row, edits.Count - 1);
            return edits[^1].Node;
        }, ct);

    /// <summary>Gives the draft up; its text stays on record.</summary>
    public Task<Result<bool>> DropAsync(Guid commandId, Actor actor, Guid id, int rowVersion, CancellationToken ct) =>
        ChangeAsync<bool>(commandId, "policy.draft.drop", actor, id, rowVersion, (work, row) =>
        {
            row.State = DraftRow.Dropped;
            Record(work, "policy.draft.dropped", row, 0);
            return true;
        }, ct);

    private Task<Result<T>> ChangeAsync<T>(Guid commandId, string name, Actor actor, Guid id, int rowVersion, Func<UnitOfWork, DraftRow, Result<T>> change, CancellationToken ct) =>
        commands.RunAsync(commandId, name, actor, async (work, inner) =>
        {
            var row = await work.Context<DocumentsContext>().Drafts.SingleOrDefaultAsync(d => d.Id == id, inner);
            if (row is null) return Gone;
            if (row.State != DraftRow.Open) return Closed;
            return row.RowVersion == rowVersion ? change(work, row) : Changed;
        }, ct);

    internal static Refusal Gone { get; } = new("policy.draft.gone", "この下書きはありません。", "一覧から選び直してください。") { IsNotFound = true };
    internal static Refusal Closed { get; } = new("policy.draft.closed", "この下書きはもう取り込んだか、やめたものです。", "新しく取り込んでください。") { IsConflict = true };
    internal static Refusal Changed { get; } = new("policy.draft.changed", "ほかの人が先にこの下書きを直しました。", "画面を読み込み直して、もう一度押してください。") { IsConflict = true };

    private static void Record(UnitOfWork work, string name, DraftRow row, int count) => work.Audit(name, new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["draft"] = row.Id.ToString("D", System.Globalization.CultureInfo.InvariantCulture), ["count"] = (long)count,
    });
}
