using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Platform;

public sealed class CommandRunnerTests(TestDatabase db) : IClassFixture<TestDatabase>
{
    private static readonly Dictionary<string, object> Payload = new(StringComparer.Ordinal) { ["n"] = 1 };

    [Fact]
    public async Task The_same_id_runs_once_and_returns_the_first_result()
    {
        var id = IdSource.Random.Next();
        var runs = 0;
        for (var i = 0; i < 2; i++)
        {
            var result = await db.Commands.RunAsync<string>(id, "test.once", Actor.Service("test"), (work, _) =>
            {
                runs++;
                work.Audit("test.thing.done", Payload);
                return Task.FromResult<Result<string>>("first");
            }, CancellationToken.None);
            result.Value.ShouldBe("first");
        }
        runs.ShouldBe(1);
    }

    [Fact]
    public async Task An_id_used_by_another_command_is_refused()
    {
        var id = IdSource.Random.Next();
        (await Once(id, "test.a")).IsOk.ShouldBeTrue();
        (await Once(id, "test.b")).Refusals[0].Stage.ShouldBe("command.id-reused");
    }

    [Fact]
    public async Task Parallel_retries_with_one_id_write_one_record()
    {
        var id = IdSource.Random.Next();
        var before = (long)(await db.SqlAsync("select count(*) from platform.record"))!;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Once(id, "test.parallel")));
        ((long)(await db.SqlAsync("select count(*) from platform.record"))! - before).ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_leaves_nothing_behind_and_may_be_tried_again()
    {
        var id = IdSource.Random.Next();
        var refused = await db.Commands.RunAsync<int>(id, "test.refuse", Actor.Service("test"), (work, _) =>
        {
            work.Audit("test.thing.done", Payload);
            return Task.FromResult<Result<int>>(new Refusal("test.no", "だめでした。", "直してください。"));
        }, CancellationToken.None);
        refused.IsOk.ShouldBeFalse();
        (await Once(id, "test.refuse")).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task Changed_rows_without_a_record_are_refused_also_by_raw_sql()
    {
        var e = await Should.ThrowAsync<InvalidOperationException>(() => db.RunAsync<int>("test.silent", async (work, ct) =>
        {
            await using var command = new Npgsql.NpgsqlCommand("insert into platform.subject (kind, id, label) values ('system', 's1', 'x')", work.Connection, work.Transaction);
            await command.ExecuteNonQueryAsync(ct);
            return 1;
        }));
        e.Message.ShouldContain("platform.subject");
        (await db.SqlAsync("select count(*) from platform.subject where id = 's1'")).ShouldBe(0L);
    }

    [Fact]
    public async Task Tables_on_the_approved_list_need_no_record() =>
        (await db.RunAsync<int>("test.job", (work, _) =>
        {
            work.Enqueue("test.job", "{}");
            return Task.FromResult<Result<int>>(1);
        })).IsOk.ShouldBeTrue();

    [Fact]
    public async Task An_audit_name_nobody_owns_is_a_bug() =>
        await Should.ThrowAsync<InvalidOperationException>(() => db.RunAsync<int>("test.unknown", (work, _) =>
        {
            work.Audit("nobody.owns.this", Payload);
            return Task.FromResult<Result<int>>(1);
        }));

    [Fact]
    public async Task A_serialisation_failure_is_tried_again_with_the_same_id()
    {
        var tries = 0;
        var result = await db.RunAsync<int>("test.retry", async (work, ct) =>
        {
            work.Audit("test.thing.done", Payload);
            if (++tries < 3)
            {
                await using var fail = new Npgsql.NpgsqlCommand("do $$ begin raise exception 'x' using errcode = '40001'; end $$", work.Connection, work.Transaction);
                await fail.ExecuteNonQueryAsync(ct);
            }
            return tries;
        });
        result.Value.ShouldBe(3);
    }

    private Task<Result<string>> Once(Guid id, string name) => db.Commands.RunAsync<string>(id, name, Actor.Service("test"), (work, _) =>
    {
        work.Audit("test.thing.done", Payload);
        return Task.FromResult<Result<string>>("done");
    }, CancellationToken.None);
}
