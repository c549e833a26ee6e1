using System.ComponentModel;
using System.Text;

namespace Sekisho.Platform.Workers;

/// <summary>
/// Starts one sandbox that tries what is forbidden (verb <c>worker-probe</c>): a socket, a file of the host, a write outside its temporary
/// folder, the host's processes, a process of its own, the parent's environment. It prints the acts that succeeded and then "done".
/// </summary>
internal sealed class SandboxProbe(SandboxLauncher launcher, WorkerPoolOptions options, TimeProvider time)
{
    internal async Task<SandboxState> RunAsync(CancellationToken ct)
    {
        try
        {
            return await ProbeAsync(ct).ConfigureAwait(false);
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            return Unusable([], e.Message);
        }
    }

    private async Task<SandboxState> ProbeAsync(CancellationToken ct)
    {
        await using var sandbox = await SandboxProcess.StartAsync(launcher, launcher.Command.Program("worker-probe", options.ForbiddenFile)).ConfigureAwait(false);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var talk = ReadAsync(sandbox.Output, limit.Token);
        if (await Task.WhenAny(talk, Task.Delay(options.StartTime, time, limit.Token)).ConfigureAwait(false) != talk) sandbox.Kill();
        var lines = (await talk.ConfigureAwait(false)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await limit.CancelAsync().ConfigureAwait(false);
        await sandbox.EndAsync(ct).ConfigureAwait(false);
        if (lines is not [.., "done"]) return Unusable([], sandbox.LastWords());
        return lines.Length == 1 ? new SandboxState(true, [], "", time.GetUtcNow()) : Unusable(lines[..^1], "");
    }

    private SandboxState Unusable(IReadOnlyList<string> violations, string detail) => new(false, violations, detail, time.GetUtcNow());

    private static async Task<string> ReadAsync(Stream output, CancellationToken ct)
    {
        var buffer = new byte[4096];
        var filled = await output.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct).ConfigureAwait(false);
        return Encoding.ASCII.GetString(buffer, 0, filled);
    }
}
