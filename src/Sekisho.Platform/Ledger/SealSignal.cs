namespace Sekisho.Platform.Ledger;

/// <summary>Wakes this process's consumers after a sealing. A missed wake-up costs a poll interval, nothing else.</summary>
public sealed class SealSignal
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal void Raise() => Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    internal async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken ct)
    {
        try { await Volatile.Read(ref next).Task.WaitAsync(atMost, time, ct); }
        catch (TimeoutException) { return; } // the poll interval has passed
    }
}
