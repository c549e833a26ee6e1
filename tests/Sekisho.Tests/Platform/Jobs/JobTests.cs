using Microsoft.Extensions.DependencyInjection;
using Sekisho.Kernel;
using Sekisho.Platform.Jobs;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Platform.Jobs;

public sealed class JobTests(JobTests.WithHandler db) : IClassFixture<JobTests.WithHandler>
{
    public sealed class WithHandler : TestDatabase
    {
        internal Scripted Handler { get; } = new();
        protected override void Configure(IServiceCollection collection) => collection.AddSingleton<IJobHandler>(Handler);
    }

    internal sealed class Scripted : IJobHandler
    {
        public string Kind => "test.job";
        public List<Job> Seen { get; } = [];
        public Func<Job, JobOutcome> Answer { get; set; } = _ => JobOutcome.Done;

        public Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
        {
            Seen.Add(job);
            return Task.FromResult(Answer(job));
        }
    }

    [Fact]
    public async Task A_job_runs_once_when_its_time_has_come()
    {
        var id = await Enqueue(TimeSpan.FromMinutes(1));
        (await db.RunJobsAsync()).ShouldBe(0);
        db.Time.Advance(TimeSpan.FromMinutes(2));
        (await db.RunJobsAsync()).ShouldBe(1);
        (await db.RunJobsAsync()).ShouldBe(0);
        db.Handler.Seen[^1].Id.ShouldBe(id);
        (await State(id)).ShouldBe("done");
    }

    [Fact]
    public async Task A_job_that_throws_waits_longer_each_time_and_keeps_its_reason()
    {
        db.Handler.Answer = _ => throw new InvalidOperationException("peer away");
        var id = await Enqueue(TimeSpan.Zero);
        await db.RunJobsAsync();
        (await db.SqlAsync($"select last_error from platform.job where id = '{id}'")).ShouldBe("InvalidOperationException: peer away");
        db.Time.Advance(TimeSpan.FromSeconds(5));
        await db.RunJobsAsync();
        db.Time.Advance(TimeSpan.FromSeconds(6));
        (await db.RunJobsAsync()).ShouldBe(0);
        db.Handler.Answer = _ => JobOutcome.Failed("given up");
        db.Time.Advance(TimeSpan.FromSeconds(5));
        (await db.RunJobsAsync()).ShouldBe(1);
        (await State(id)).ShouldBe("failed");
        db.Handler.Answer = _ => JobOutcome.Done;
    }

    [Fact]
    public async Task A_job_whose_worker_vanished_is_given_to_the_next_and_the_late_one_changes_nothing()
    {
        var queue = db.Services.GetRequiredService<JobQueue>();
        var id = await Enqueue(TimeSpan.Zero);
        var (job, token) = (await queue.ClaimAsync(["test.job"], default)).ShouldNotBeNull();
        (await queue.ClaimAsync(["test.job"], default)).ShouldBeNull();
        db.Time.Advance(JobQueue.Lease + TimeSpan.FromSeconds(1));
        var (again, second) = (await queue.ClaimAsync(["test.job"], default)).ShouldNotBeNull();
        again.Attempt.ShouldBe(2);
        await queue.EndAsync(job, token, JobOutcome.Failed("late"), default);
        (await State(id)).ShouldBe("running");
        await queue.EndAsync(again, second, JobOutcome.Done, default);
        (await State(id)).ShouldBe("done");
    }

    [Fact]
    public async Task Many_claimers_never_get_the_same_job()
    {
        for (var i = 0; i < 20; i++) await Enqueue(TimeSpan.Zero);
        var queue = db.Services.GetRequiredService<JobQueue>();
        var claimed = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => queue.ClaimAsync(["test.job"], default)));
        claimed.Select(c => c!.Value.Job.Id).Distinct().Count().ShouldBe(20);
        foreach (var c in claimed) await queue.EndAsync(c!.Value.Job, c.Value.Token, JobOutcome.Done, default);
    }

    [Fact]
    public void Pauses_grow_to_an_hour_and_no_further() => Enumerable.Range(1, 40).Select(a => JobQueue.Pause(a)).ShouldSatisfyAllConditions(
        p => p.First().ShouldBe(TimeSpan.FromSeconds(5)), p => p.Last().ShouldBe(TimeSpan.FromHours(1)), p => p.ShouldBe(p.Order()));

    private async Task<Guid> Enqueue(TimeSpan delay) => (await db.RunAsync<Guid>("test.enqueue", (work, _) =>
        Task.FromResult<Result<Guid>>(work.Enqueue("test.job", """{"a":1}""", work.Now + delay)))).Value;

    private async Task<object?> State(Guid id) => await db.SqlAsync($"select state from platform.job where id = '{id}'");
}
