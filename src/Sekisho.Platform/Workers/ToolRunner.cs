using Sekisho.Kernel.Workers;

namespace Sekisho.Platform.Workers;

/// <summary>Runs one native tool in a one-shot sandbox: input by pipe, output by pipe, killed on limit (law E9).</summary>
internal sealed class ToolRunner(SandboxLauncher launcher, WorkerPoolOptions options, TimeProvider time)
{
    private static readonly Dictionary<string, string> Environment = new(StringComparer.Ordinal)
    {
        ["VIPS_CONCURRENCY"] = "1",
        ["LANG"] = "C.UTF-8",
        ["TMPDIR"] = "/tmp",
        ["HOME"] = "/tmp",
        ["PATH"] = "/usr/bin",
        // libvips: refuse every loader its authors call unsafe for hostile input (Magick, PDF, SVG, OpenSlide …).
        ["VIPS_BLOCK_UNTRUSTED"] = "1",
    };

    internal Task<ToolReply> RunAsync(ToolRequest request, CancellationToken ct) => RunAsync(ToolCommand.For(request.Tool), request.Payload, ct);

    internal async Task<ToolReply> RunAsync(ToolCommand tool, ReadOnlyMemory<byte> input, CancellationToken ct)
    {
        if (!File.Exists(tool.Executable)) return Failed("missing");
        await using var sandbox = await SandboxProcess.StartAsync(launcher, launcher.Command.Tool(tool, Environment)).ConfigureAwait(false);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watch = WatchAsync(sandbox, limit.Token);
        var talk = TalkAsync(sandbox, input, limit.Token);
        if (await Task.WhenAny(talk, watch).ConfigureAwait(false) == watch) sandbox.Kill();
        var reply = await talk.ConfigureAwait(false);
        await limit.CancelAsync().ConfigureAwait(false);
        var cut = await watch.ConfigureAwait(false);
        return cut is null ? reply : Failed(cut);
    }

    private static ToolReply Failed(string reason) => new(false, reason, ReadOnlyMemory<byte>.Empty);

    private static async Task<ToolReply> TalkAsync(SandboxProcess sandbox, ReadOnlyMemory<byte> input, CancellationToken ct)
    {
        var writing = WriteAsync(sandbox, input, ct);
        using var output = new MemoryStream();
        var buffer = new byte[1 << 16];
        int n;
        try
        {
            while ((n = await sandbox.Output.ReadAsync(buffer, ct).ConfigureAwait(false)) > 0)
            {
                if (output.Length + n > WorkerLimits.ToolBytes)
                {
                    sandbox.Kill();
                    return Failed("output-limit");
                }
                output.Write(buffer, 0, n);
            }
        }
        catch (IOException)
        {
            return Failed("exit");
        }
        await writing.ConfigureAwait(false);
        await sandbox.EndAsync(ct).ConfigureAwait(false);
        return sandbox.ExitCode == 0 ? new ToolReply(true, "", output.ToArray()) : Failed("exit");
    }

    private static async Task WriteAsync(SandboxProcess sandbox, ReadOnlyMemory<byte> input, CancellationToken ct)
    {
        try
        {
            await sandbox.Input.WriteAsync(input, ct).ConfigureAwait(false);
            sandbox.Input.Close();
        }
        catch (IOException)
        {
            // The tool ended before it had read everything; its exit code tells the rest.
        }
    }

    private async Task<string?> WatchAsync(SandboxProcess sandbox, CancellationToken ct)
    {
        var start = time.GetTimestamp();
        using var timer = new PeriodicTimer(options.WatchEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(ct).ConfigureAwait(false))
            {
                if (time.GetElapsedTime(start) >= options.ToolTime) return "timeout";
                if (ProcessTree.ResidentBytes(sandbox.Id) > options.Sandbox.ResidentBytes) return "memory";
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The tool ended first.
        }
        return null;
    }
}
