using System.Diagnostics;
using Sekisho.Kernel.Workers;
using Sekisho.Platform.Workers;

namespace Sekisho.Tests.Platform.Workers;

/// <summary>The sandbox itself: sound here, refused where it cannot be made, and empty of everything a worker does not need.</summary>
public sealed class SandboxTests
{
    [Fact]
    public async Task The_probe_finds_the_sandbox_sound()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { Lanes = 1 }, TimeProvider.System);
        var state = await pool.ProbeAsync(CancellationToken.None);
        state.Violations.ShouldBeEmpty();
        state.IsUsable.ShouldBeTrue(state.Detail);
    }

    [Fact]
    public async Task A_visible_file_of_the_host_makes_the_probe_fail()
    {
        // Planted violation: a file that every sandbox shows.
        var options = new WorkerPoolOptions { Lanes = 1, ForbiddenFile = "/etc/ld.so.cache" };
        await using var pool = new WorkerPool(options, TimeProvider.System);
        var state = await pool.ProbeAsync(CancellationToken.None);
        state.IsUsable.ShouldBeFalse();
        state.Violations.ShouldBe(["data"]);
    }

    [Fact]
    public async Task Without_a_sandbox_every_question_is_refused()
    {
        var options = new WorkerPoolOptions { Lanes = 1, Sandbox = new SandboxOptions { Bubblewrap = "/nowhere/bwrap" } };
        await using var pool = new WorkerPool(options, TimeProvider.System);
        var state = await pool.ProbeAsync(CancellationToken.None);
        state.IsUsable.ShouldBeFalse();
        state.Detail.ShouldContain("/nowhere/bwrap");
        var answer = await pool.AskAsync(WorkerVerb.Text, new Dictionary<string, string>(), new byte[1], CancellationToken.None);
        answer.Refusals[0].Stage.ShouldBe("sandbox.unavailable");
    }

    [Fact]
    public async Task Nothing_is_answered_before_the_probe()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { Lanes = 1 }, TimeProvider.System);
        var answer = await pool.AskAsync(WorkerVerb.Text, new Dictionary<string, string>(), new byte[1], CancellationToken.None);
        answer.Refusals[0].Stage.ShouldBe("sandbox.unavailable");
    }

    [Fact]
    public async Task A_worker_loads_no_host_no_command_line_library_and_no_database()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { Lanes = 1 }, TimeProvider.System);
        (await pool.ProbeAsync(CancellationToken.None)).IsUsable.ShouldBeTrue();
        var outer = (await pool.Rebuilding.RestingAsync())[0];
        var loaded = LoadedAssemblies(outer);
        loaded.ShouldContain("sekisho.dll");
        string[] forbidden = ["Microsoft.AspNetCore", "Microsoft.Extensions", "Microsoft.EntityFrameworkCore", "Npgsql", "System.CommandLine", "Spectre", "Sekisho.Platform", "Sekisho.Gate"];
        loaded.Where(a => forbidden.Any(f => a.StartsWith(f, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    /// <summary>Managed assemblies are mapped files: the kernel's own list, which the program cannot embellish.</summary>
    private static string[] LoadedAssemblies(int outer) =>
        [.. ProcessTree.Below(outer)
            .SelectMany(pid => File.ReadLines($"/proc/{pid}/maps"))
            .Select(line => Path.GetFileName(line[(line.LastIndexOf(' ') + 1)..]))
            .Where(name => name.EndsWith(".dll", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)];

    [Fact]
    public async Task A_tool_runs_in_a_sandbox_of_its_own()
    {
        using var launcher = new SandboxLauncher(new SandboxOptions());
        var tools = new ToolRunner(launcher, new WorkerPoolOptions(), TimeProvider.System);
        // One red pixel as a portable pixmap is refused: its loader is not on the list of safe ones.
        var refused = await tools.RunAsync(new ToolRequest(NativeTool.ImageToPng, "P6\n1 1\n255\nabc"u8.ToArray()), CancellationToken.None);
        refused.Succeeded.ShouldBeFalse();
        refused.Reason.ShouldBe("exit");
        var drawn = await tools.RunAsync(new ToolRequest(NativeTool.ImageToPng, OnePixelGif), CancellationToken.None);
        drawn.Succeeded.ShouldBeTrue(drawn.Reason);
        drawn.Payload[1..4].ToArray().ShouldBe("PNG"u8.ToArray());
        var jpeg = await tools.RunAsync(new ToolRequest(NativeTool.ImageToJpeg, drawn.Payload), CancellationToken.None);
        jpeg.Payload[..2].ToArray().ShouldBe(new byte[] { 0xFF, 0xD8 });
    }

    private static readonly byte[] OnePixelGif = Convert.FromHexString("47494638396101000100800000ff0000ffffff2c00000000010001000002024401003b");
}
