using Sekisho.Kernel.Ledger;

namespace Sekisho.Platform.Ledger;

/// <summary>Follows the ledger in the background: board, duties, projections. Implemented by modules.</summary>
public interface ISealedConsumer
{
    /// <summary>Stable name; the position is kept under it in platform.consumer.</summary>
    string Name { get; }

    /// <summary>Takes the next records, gap-free by leaf number, inside the transaction that also moves the position: each is seen exactly once.</summary>
    Task ConsumeAsync(IReadOnlyList<SealedRecord> batch, UnitOfWork work, CancellationToken ct);
}
