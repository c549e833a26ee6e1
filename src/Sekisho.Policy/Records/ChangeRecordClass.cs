using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Policy.Records;

/// <summary>The city's own table of records: series, years, what happens at the end.</summary>
public sealed record ChangeRecordClass(string Code, int ReadVersion, string Series, int Years, string Expiry)
{
    private const int LongestSeries = 80, MostYears = 60;

    public Task<Result<int>> RunAsync(CommandRunner commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<int>(commandId, "policy.record.class.change", actor, async (work, inner) =>
        {
            if (await work.Context<DocumentsContext>().RecordClasses.SingleOrDefaultAsync(c => c.Code == Code, inner) is not { } row) return new Refusal("policy.record.class", "この種類の記録はありません。", "一覧から選び直してください。") { IsNotFound = true };
            if (row.RowVersion != ReadVersion) return new Refusal("policy.record.changed", "ほかの人が先に変えました。", "画面を読み込み直してください。") { IsConflict = true };
            var wrong = new List<Refusal>();
            if (Series.Length is 0 or > LongestSeries) wrong.Add(new Refusal("policy.record.series", "文書分類が書かれていないか、長すぎます。", $"市の文書分類表の名を{LongestSeries}字までで書いてください。") { Field = "series" });
            if (Years is < 1 or > MostYears) wrong.Add(new Refusal("policy.record.years", "保存年限が1年から60年の間にありません。", "年数を数で書いてください。") { Field = "years" });
            if (Expiry is not (RecordClassRow.Dispose or RecordClassRow.Transfer)) wrong.Add(new Refusal("policy.record.expiry", "満了時の措置が選ばれていません。", "廃棄か移管を選んでください。") { Field = "expiry" });
            if (wrong.Count > 0) return Result<int>.Refused(wrong);
            (row.Series, row.RetentionYears, row.Expiry) = (Series, Years, Expiry);
            work.Audit("policy.retention.changed", new Dictionary<string, object>(StringComparer.Ordinal) { ["class"] = Code, ["years"] = (long)Years, ["expiry"] = Expiry });
            return Years;
        }, ct);
}
