using System.Diagnostics;
using System.Globalization;
using Sekisho.Journeys.Support;

namespace Sekisho.Journeys.Faults;

/// <summary>
/// Stops workers where they stand and tells which of them gets the next mail: the first byte of its request is taken from its pipe. The caught one can
/// only hang or be killed after that; the others go on when the trap is taken away.
/// </summary>
internal sealed class WorkerTrap : IAsyncDisposable
{
    private readonly Dictionary<int, Process> listeners;
    private int? caught;

    private WorkerTrap(Dictionary<int, Process> listeners) => this.listeners = listeners;

    public static async Task<WorkerTrap> SetAsync(IReadOnlyList<int> workers)
    {
        workers.ShouldNotBeEmpty();
        await Processes.SignalAsync("STOP", workers);
        return new(workers.ToDictionary(id => id, id => Process.Start(new ProcessStartInfo("/usr/bin/head", ["-c", "1", "/proc/" + Text(id) + "/fd/0"]) { RedirectStandardOutput = true })!));
    }

    /// <summary>The worker that was handed a mail.</summary>
    public async Task<int> CaughtAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var first = await Task.WhenAny(listeners.Select(async l =>
        {
            await l.Value.WaitForExitAsync(limit.Token);
            return l.Key;
        }));
        return (caught = await first).Value;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (id, listener) in listeners)
        {
            if (!listener.HasExited) listener.Kill();
            await listener.WaitForExitAsync();
            listener.Dispose();
            if (id != caught) await Processes.SignalAsync("CONT", id);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
