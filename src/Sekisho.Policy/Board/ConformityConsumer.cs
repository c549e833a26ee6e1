using Sekisho.Kernel.Ledger;
using Sekisho.Platform;
using Sekisho.Platform.Ledger;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Board;

/// <summary>
/// Follows the ledger: new facts are judged at once and changed verdicts written in the same transaction that moves the position.
/// A batch of nothing but verdicts is only remembered, never judged again (rule T2).
/// </summary>
internal sealed class ConformityConsumer(ConformityState state, PackLibrary packs) : ISealedConsumer
{
    private long lastStart = -1;

    public string Name => "policy.conformity";

    public async Task ConsumeAsync(IReadOnlyList<SealedRecord> batch, UnitOfWork work, CancellationToken ct)
    {
        using var held = await state.LockAsync(ct);
        if (batch[0].Leaf == lastStart) state.Forget();
        lastStart = batch[0].Leaf;
        await state.CatchUpAsync(ct);
        if (!batch.Any(Matters)) return;
        if (await packs.AppliedAsync(work, ct) is not { } applied) return;
        var result = state.Judge(applied, work.Now);
        foreach (var fact in state.Due(applied, result, work.Now)) work.Fact(fact);
    }

    private static bool Matters(SealedRecord record) =>
        record.IsFact ? record.Name != ConformityState.ClauseFact : record.Name.StartsWith("policy.", StringComparison.Ordinal);
}
