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

    [Fact, Support.MatrixRow("LM-16", "LM-17", "LM-18", "LM-19", NearMiss = true)]
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
    [InlineData("flood", "worker.protocol")]
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
    public async Task A_worker_that_eats_memory_is_discarded_before_its_time_is_over()
    {
        await using var patient = new WorkerPool(Options with { BaseTime = TimeSpan.FromSeconds(20) }, TimeProvider.System);
        patient.Trust(new SandboxState(true, [], "", TimeProvider.System.GetUtcNow()));
        var answer = await patient.AskAsync(WorkerVerb.Sanitise, new Dictionary<string, string> { ["behave"] = "memory" }, Hostile, CancellationToken.None);
        answer.Refusals.Single().Stage.ShouldBe("worker.memory");
    }

    [Fact, Support.MatrixRow("LM-18", "LM-19", "E9")]
    public async Task A_taken_over_worker_reaches_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("sekisho-escape-");
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        using var database = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Unspecified);
        try
        {
            listener.Start();
            var (socket, store) = (Path.Combine(folder.FullName, "s"), Path.Combine(folder.FullName, "object"));
            database.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(socket));
            database.Listen();
            await File.WriteAllTextAsync(store, "an original");
            var targets = new Dictionary<string, string>
            {
                ["behave"] = "escape", ["socket"] = socket, ["store"] = store, ["parent"] = Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["port"] = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            };
            // Each refused act is an exception with its first-time costs: more time than the bad workers above get.
            await using var patient = new WorkerPool(Options with { BaseTime = TimeSpan.FromSeconds(20) }, TimeProvider.System);
            patient.Trust(new SandboxState(true, [], "", TimeProvider.System.GetUtcNow()));
            var answer = await patient.AskAsync(WorkerVerb.Sanitise, targets, Hostile, CancellationToken.None);
            answer.Value.Details["reached"].ShouldBe("");
            listener.Pending().ShouldBeFalse("the listener heard something");
            database.Poll(0, System.Net.Sockets.SelectMode.SelectRead).ShouldBeFalse("the socket heard something");
            Directory.GetFiles(folder.FullName).ShouldBe([socket, store], ignoreOrder: true);
        }
        finally { folder.Delete(recursive: true); }
        (await Ask("honest")).IsOk.ShouldBeTrue();
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
