using System.Text;
using Sekisho.Kernel.Workers;
using Sekisho.Platform.Workers;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Platform.Workers;

/// <summary>Stand-ins for native tools in the real sandbox: whatever a tool does, its parent has a reply with the reason, and only an exit of 0 with output counts.</summary>
public sealed class ToolRunnerTests : IDisposable
{
    private readonly SandboxLauncher launcher = new(new SandboxOptions { ResidentBytes = 200L << 20 });

    public void Dispose() => launcher.Dispose();

    private Task<ToolReply> Run(string script)
    {
        var options = new WorkerPoolOptions { ToolTime = TimeSpan.FromSeconds(script.StartsWith("tail", StringComparison.Ordinal) ? 30 : 1), WatchEvery = TimeSpan.FromMilliseconds(50), Sandbox = new SandboxOptions { ResidentBytes = 200L << 20 } };
        string[] shown = ["/usr/bin/sh", "/usr/bin/cat", "/usr/bin/sleep", "/usr/bin/head", "/usr/bin/tail"];
        return new ToolRunner(launcher, options, TimeProvider.System).RunAsync(new ToolCommand("/usr/bin/sh", shown, ["/usr/bin/sh", "-c", script]), Encoding.ASCII.GetBytes("bytes of somebody else"), CancellationToken.None);
    }

    [Fact]
    public async Task A_tool_that_works_is_believed()
    {
        var reply = await Run("cat");
        reply.Succeeded.ShouldBeTrue(reply.Reason);
        Encoding.ASCII.GetString(reply.Payload.Span).ShouldBe("bytes of somebody else");
    }

    [Theory, MatrixRow("LM-16", "LM-17", "E1", "E9")]
    [InlineData("kill -SEGV $$", "exit")]
    [InlineData("head -c 4; kill -KILL $$", "exit")]
    [InlineData("cat; exit 3", "exit")]
    [InlineData("exec sleep 60", "timeout")]
    [InlineData("head -c 4; exec sleep 60", "timeout")]
    [InlineData("tail /dev/zero", "memory")]
    [InlineData("exec /usr/bin/nothing-like-that", "exit")]
    public async Task A_tool_that_ends_badly_has_no_output(string script, string reason)
    {
        var reply = await Run(script);
        reply.Succeeded.ShouldBeFalse();
        reply.Reason.ShouldBe(reason);
        reply.Payload.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task A_tool_that_is_not_there_is_missing()
    {
        var reply = await new ToolRunner(launcher, new WorkerPoolOptions(), TimeProvider.System).RunAsync(new ToolCommand("/nowhere/tool", [], []), new byte[1], CancellationToken.None);
        (reply.Succeeded, reply.Reason).ShouldBe((false, "missing"));
    }
}
