using System.Collections.Concurrent;
using System.Diagnostics;

namespace Sekisho.Platform.Workers;

/// <summary>
/// Starts every sandbox from one thread that lives as long as this object. The kernel ties "die with parent" to the parent's *thread*:
/// started from a thread of the pool, a worker would be killed when the pool retires that idle thread.
/// </summary>
internal sealed class SandboxLauncher : IDisposable
{
    private readonly BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process> Done)> queue = [];
    private readonly Thread thread;
    private readonly FilterFile workers = new(SeccompFilter.For(SyscallList.Worker)), tools = new(SeccompFilter.For(SyscallList.Tool)), pairs = new(SeccompFilter.For(SyscallList.Pairing));

    internal SandboxLauncher(SandboxOptions options)
    {
        Command = new SandboxCommand(options, workers.Path, tools.Path, pairs.Path);
        thread = new Thread(Run) { IsBackground = true, Name = "sandbox-launcher" };
        thread.Start();
    }

    internal SandboxCommand Command { get; }

    /// <exception cref="System.ComponentModel.Win32Exception">The shell could not be started.</exception>
    internal Task<Process> StartAsync(ProcessStartInfo start)
    {
        var done = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.Add((start, done));
        return done.Task;
    }

    /// <summary>Ends the thread; every sandbox still running is killed by the kernel.</summary>
    public void Dispose()
    {
        queue.CompleteAdding();
        thread.Join();
        queue.Dispose();
        workers.Dispose();
        tools.Dispose();
        pairs.Dispose();
    }

    private void Run()
    {
        foreach (var (start, done) in queue.GetConsumingEnumerable())
        {
            try
            {
                done.SetResult(Process.Start(start) ?? throw new InvalidOperationException("No process was started."));
            }
            catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
            {
                done.SetException(e);
            }
        }
    }
}
