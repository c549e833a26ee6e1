using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Platform.Workers;

namespace Sekisho.Tests.Platform.Workers;

/// <summary>Real sandboxes with a program that misbehaves on demand: whatever a worker does, the parent has a refusal and a fresh worker.</summary>
public sealed class WorkerPoolTests : IAsyncLifetime
{
    private static readonly byte[] Hostile = Encoding.UTF8.GetBytes("bytes of somebody else");
    private readonly WorkerPool pool = new(Options, TimeProvider.System);

    private static WorkerPoolOptions Options => new()
    {
        Lanes = 1,
        Reuse = 3,
        BaseTime = TimeSpan.FromSeconds(2),
        WatchEvery = TimeSpan.FromMilliseconds(50),
        Sandbox = new SandboxOptions { Assembly = "Sekisho.BadWorker.dll", ResidentBytes = 400L << 20 },
    };

    public async Task InitializeAsync()
    {
        // The probe belongs to the real program.
        await using var real = new WorkerPool(new WorkerPoolOptions { Lanes = 1 }, TimeProvider.System);
        var state = await real.ProbeAsync(CancellationToken.None);
        state.IsUsable.ShouldBeTrue(string.Join(',', state.Violations) + state.Detail);
        pool.Trust(state);
    }

    public Task DisposeAsync() => pool.DisposeAsync().AsTask();

    private Task<Result<WorkerReply>> Ask(string behaviour, WorkerVerb verb = WorkerVerb.Sanitise) =>
        pool.AskAsync(verb, new Dictionary<string, string> { ["behave"] = behaviour }, Hostile, CancellationToken.None);

    [Fact, Support.MatrixRow("LM-16", "LM-17", "LM-18", NearMiss = true)]
    public async Task An_honest_worker_answers_and_is_used_again()
    {
        var before = await pool.Rebuilding.RestingAsync();
        var answer = await Ask("honest");
        answer.Value.Output!.Bytes.ToArray().ShouldBe(Hostile);
        (await pool.Rebuilding.RestingAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_worker_is_replaced_after_its_share_of_items()
    {
        var before = await pool.Rebuilding.RestingAsync();
        for (var i = 0; i < 3; i++) (await Ask("honest")).IsOk.ShouldBeTrue();
        (await pool.Rebuilding.RestingAsync()).ShouldNotBe(before);
    }

    [Theory, Support.MatrixRow("LM-16", "LM-17", "LM-18", "E1", "E9")]
    [InlineData("exit", "worker.died")]
    [InlineData("short", "worker.died")]
    [InlineData("hang", "worker.timeout")]
    [InlineData("failed", "worker.failed")]
    [InlineData("lying-length", "worker.protocol")]
    [InlineData("wrong-magic", "worker.protocol")]
    [InlineData("wrong-digest", "worker.protocol")]
    [InlineData("wrong-number", "worker.protocol")]
    [InlineData("out-of-turn", "worker.protocol")]
    [InlineData("memory", "worker.memory")]
    public async Task A_bad_worker_is_discarded_with_a_reason(string behaviour, string stage)
    {
        var before = await pool.Rebuilding.RestingAsync();
        var answer = await Ask(behaviour);
        answer.IsOk.ShouldBeFalse();
        answer.Refusals[0].Stage.ShouldBe(stage);
        (await pool.Rebuilding.RestingAsync()).ShouldNotBe(before);
        (await Ask("honest")).IsOk.ShouldBeTrue("the successor works");
    }

    [Fact]
    public async Task A_worker_that_asks_to_go_is_replaced()
    {
        var before = await pool.Rebuilding.RestingAsync();
        (await Ask("discard")).IsOk.ShouldBeTrue();
        (await pool.Rebuilding.RestingAsync()).ShouldNotBe(before);
    }

    [Fact]
    public async Task A_verifier_that_read_other_bytes_is_no_verifier()
    {
        (await Ask("honest", WorkerVerb.Verify)).IsOk.ShouldBeTrue();
        (await Ask("other-digest", WorkerVerb.Verify)).Refusals[0].Stage.ShouldBe("worker.protocol");
    }

    [Fact]
    public async Task The_verifier_is_never_the_process_that_rebuilt()
    {
        var rebuilding = await pool.Rebuilding.RestingAsync();
        var verifying = await pool.Verifying.RestingAsync();
        rebuilding.Intersect(verifying).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_worker_killed_at_rest_costs_nothing()
    {
        var pid = (await pool.Rebuilding.RestingAsync())[0];
        using (var process = System.Diagnostics.Process.GetProcessById(pid))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
        (await Ask("honest")).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task Cancelling_ends_the_worker_and_says_so_to_the_caller()
    {
        using var cancel = new CancellationTokenSource(300);
        await Should.ThrowAsync<OperationCanceledException>(() =>
            pool.AskAsync(WorkerVerb.Sanitise, new Dictionary<string, string> { ["behave"] = "hang" }, Hostile, cancel.Token));
        (await Ask("honest")).IsOk.ShouldBeTrue();
    }
}
