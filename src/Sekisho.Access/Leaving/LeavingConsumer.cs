using Sekisho.Kernel.Ledger;
using Sekisho.Platform;
using Sekisho.Platform.Ledger;

namespace Sekisho.Access.Leaving;

/// <summary>Follows what the ledger says about people and roles, so that a right ends within a second of its reason being known.</summary>
internal sealed class LeavingConsumer : ISealedConsumer
{
    public string Name => "access.leaving";

    public async Task ConsumeAsync(IReadOnlyList<SealedRecord> batch, UnitOfWork work, CancellationToken ct)
    {
        if (!batch.Any(Matters)) return;
        await PersonStates.NoteAsync(work, batch, ct);
        await Leavers.FollowAsync(work, ct);
    }

    private static bool Matters(SealedRecord record) => record.Name is "org.person.recorded" or "org.role.appointed" or "org.role.vacant";
}
