using System.Diagnostics;
using System.Text;

namespace Sekisho.Platform.Workers;

/// <summary>One running sandbox: its pipes, the tail of what it says on stderr, and its end.</summary>
internal sealed class SandboxProcess : IAsyncDisposable
{
    private const int TailLength = 4_000;
    private readonly Process process;
    private readonly StringBuilder tail = new();
    private readonly Task reading;
    private int killed;

    /// <summary>True once the program inside has spoken: by then the sandbox has bound the life of everything in it to its own.</summary>
    internal bool IsBound { get; set; }

    private SandboxProcess(Process process)
    {
        this.process = process;
        reading = ReadErrorsAsync();
    }

    internal static async Task<SandboxProcess> StartAsync(SandboxLauncher launcher, ProcessStartInfo start) =>
        new(await launcher.StartAsync(start).ConfigureAwait(false));

    internal int Id => process.Id;
    internal Stream Input => process.StandardInput.BaseStream;
    internal Stream Output => process.StandardOutput.BaseStream;
    internal bool HasEnded => process.HasExited;
    internal int ExitCode => process.ExitCode;
    internal Task EndAsync(CancellationToken ct) => process.WaitForExitAsync(ct);

    /// <summary>Last words on stderr, for an administrator; at most 500 characters, control characters replaced.</summary>
    internal string LastWords()
    {
        lock (tail)
        {
            var text = tail.ToString().Trim();
            return new string([.. text[Math.Max(0, text.Length - 500)..].Select(c => char.IsControl(c) ? ' ' : c)]);
        }
    }

    /// <summary>Ends the sandbox and everything in it; harmless when it has ended by itself.</summary>
    internal void Kill()
    {
        // The whole tree: bubblewrap killed in its first milliseconds leaves a child that waits for it and has not yet bound its life to it. Later, reading the whole of /proc for it is spared.
        if (Interlocked.Exchange(ref killed, 1) == 0 && !process.HasExited) process.Kill(entireProcessTree: !IsBound);
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        await reading.ConfigureAwait(false);
        process.Dispose();
    }

    private async Task ReadErrorsAsync()
    {
        var buffer = new byte[4096];
        int n;
        while ((n = await process.StandardError.BaseStream.ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            lock (tail)
            {
                tail.Append(Encoding.UTF8.GetString(buffer, 0, n));
                // Read on for ever, keep little: a worker that floods stderr must neither block nor fill us.
                if (tail.Length > TailLength) tail.Remove(0, tail.Length - TailLength);
            }
        }
    }
}
