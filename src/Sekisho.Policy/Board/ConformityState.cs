using Sekisho.Conformity.Judging;
using Sekisho.Kernel;
using Sekisho.Kernel.Calendar;
using Sekisho.Kernel.Facts.Policy;
using Sekisho.Kernel.Ledger;
using Sekisho.Platform.Ledger;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Board;

/// <summary>
/// The judge's memory in this process: the facts of the ledger and the newest result. Rebuilt from the ledger at start; holds no truth of its own.
/// Owned by whoever holds the lock; results themselves are immutable and may be read by many.
/// </summary>
internal sealed class ConformityState(LedgerReader ledger) : IDisposable
{
    /// <summary>What only time changes (silence, ends of periods) shows after this at the latest.</summary>
    private static readonly TimeSpan WholeEvery = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly FactIndex facts = new();
    private readonly HashSet<string> arrived = new(StringComparer.Ordinal);
    /// <summary>Written by us, perhaps not sealed yet: without it the next batch would write the same change again.</summary>
    private readonly Dictionary<string, LastVerdict> written = new(StringComparer.Ordinal);
    private Latest? latest;
    private DateTimeOffset wholeAt;
    /// <summary>The first leaf that should be there and is not: somebody took evidence away, so nothing may be said any more.</summary>
    private long? missing;

    private sealed record Latest(string PackDigest, JudgeResult Result);

    public async Task<IDisposable> LockAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        return new Held(gate);
    }

    /// <summary>Reads on from the ledger to its end. Needs the lock.</summary>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        var size = await ledger.SizeAsync(ct);
        await foreach (var record in ledger.ReadAsync(facts.LeafCount, null, ct)) Take(record);
        if (facts.LeafCount < size) missing ??= facts.LeafCount;
    }

    /// <summary>Takes records that were handed over; those already known are passed by. Needs the lock.</summary>
    public void Take(SealedRecord record)
    {
        if (record.Leaf < facts.LeafCount) return;
        if (record.Leaf > facts.LeafCount) missing ??= facts.LeafCount;
        facts.Add([record]);
        if (!record.IsFact) return;
        arrived.Add(record.Name);
        if (record.Name == ClauseFact && record.Text("path") is { } path) written.Remove(path);
    }

    public const string ClauseFact = "clause.verdict.computed";

    /// <summary>
    /// The board of this moment. A clock that was set back makes nothing young again: now is at least when the newest record was written. Needs the lock.
    /// </summary>
    /// <exception cref="InvalidOperationException">A leaf of the ledger is missing.</exception>
    public JudgeResult Judge(AppliedPack applied, DateTimeOffset now)
    {
        if (missing is { } leaf) throw new InvalidOperationException($"Leaf {leaf} of the ledger is missing.");
        now = now < facts.NewestAt ? facts.NewestAt : now;
        var input = Input(applied, facts, now);
        var whole = latest is null || latest.PackDigest != applied.Pack.Digest.Hex || now - wholeAt >= WholeEvery || now < wholeAt;
        if (!whole && arrived.Count == 0) return latest!.Result;
        var result = whole ? Conformity.Judging.Judge.Compute(input) : Conformity.Judging.Judge.Update(input, latest!.Result, arrived);
        if (whole) wholeAt = now;
        latest = new Latest(applied.Pack.Digest.Hex, result);
        arrived.Clear();
        return result;
    }

    /// <summary>The board as it stood when <paramref name="leafCount"/> leaves were sealed. Needs the lock.</summary>
    public JudgeResult Replay(AppliedPack applied, long leafCount, DateTimeOffset asOf) =>
        Conformity.Judging.Judge.Compute(Input(applied, facts.Before(leafCount), asOf));

    /// <summary>What the judge reads: the present facts, or those of the first leaves. Needs the lock as long as it is used.</summary>
    public JudgeInput Basis(AppliedPack applied, long? leafCount, DateTimeOffset asOf) => Input(applied, leafCount is { } leaves ? facts.Before(leaves) : facts, asOf);

    /// <summary>What the ledger must be told now. Needs the lock; the caller writes them in its command.</summary>
    public IReadOnlyList<ClauseVerdictComputed> Due(AppliedPack applied, JudgeResult result, DateTimeOffset now)
    {
        var due = ArticleVerdicts.Due(result, applied.DocumentId, Last(), now);
        Remember(due, now);
        return due;
    }

    /// <summary>The computation itself failed: every article that was judged before is told so once. Needs the lock.</summary>
    public IReadOnlyList<ClauseVerdictComputed> DueFailed(DateTimeOffset now)
    {
        var documents = facts.All(ClauseFact).GroupBy(r => r.Text("path") ?? "", StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Text("doc_id"), StringComparer.Ordinal);
        var due = ArticleVerdicts.Failed(Last(), documents, facts.LeafCount, now);
        Remember(due, now);
        return due;
    }

    private void Remember(IReadOnlyList<ClauseVerdictComputed> due, DateTimeOffset now)
    {
        foreach (var fact in due) written[fact.Path!] = new LastVerdict(
            fact.Verdict!, fact.BaseVerdict!, LastVerdict.DetailOf(fact.ObligationVerdicts, fact.ControlVerdicts), fact.UnknownSince, now);
    }

    private Dictionary<string, LastVerdict> Last()
    {
        var last = new Dictionary<string, LastVerdict>(StringComparer.Ordinal);
        foreach (var record in facts.All(ClauseFact)) last[record.Text("path") ?? ""] = LastVerdict.Of(record);
        foreach (var (path, value) in written) last[path] = value;
        return last;
    }

    /// <summary>The command that was to write did not commit: what it wrote never was.</summary>
    public void Forget() => written.Clear();

    /// <summary>Records of one name about an article, newest first.</summary>
    public IReadOnlyList<SealedRecord> History(string path, long leafCount) =>
        [.. facts.All(ClauseFact).Where(r => r.Leaf < leafCount && r.Text("path") == path).Reverse()];

    /// <summary>Facts of one name, oldest first. Needs the lock.</summary>
    public IReadOnlyList<SealedRecord> All(string name) => [.. facts.All(name)];

    public void Dispose() => gate.Dispose();

    private static JudgeInput Input(AppliedPack applied, FactIndex facts, DateTimeOffset asOf) =>
        new(applied.Pack, applied.Catalogue, facts, asOf, applied.DocumentId, HolidayCalendar.Shipped.IsBusinessDay);

    private sealed class Held(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
