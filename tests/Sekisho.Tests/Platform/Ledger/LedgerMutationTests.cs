using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sekisho.Kernel;
using Sekisho.Platform.Keys;
using Sekisho.Platform.Ledger;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Platform.Ledger;

/// <summary>The attacker is superuser and changes one thing; verify names the first leaf that is no longer what was sealed.</summary>
public sealed class LedgerMutationTests(LedgerMutationTests.Filled db) : IClassFixture<LedgerMutationTests.Filled>
{
    private const int Leaves = 60, Runs = 90, Cuts = 10;

    public sealed class Filled : TestDatabase
    {
        public List<string> EarlierNotes { get; } = [];

        protected override async Task StartedAsync()
        {
            for (var i = 0; i < Leaves; i++)
            {
                var n = i;
                (await RunAsync<int>("test.fill", (work, _) =>
                {
                    work.Audit("test.thing.done", new Dictionary<string, object>(StringComparer.Ordinal) { ["n"] = n, ["code"] = "c" + (n % 7) },
                        n % 3 == 0 ? new Dictionary<string, string>(StringComparer.Ordinal) { ["subject"] = "件名" + n } : null, TargetRef.Unit("u" + (n % 5)));
                    return Task.FromResult<Result<int>>(n);
                })).IsOk.ShouldBeTrue();
                Time.Advance(TimeSpan.FromMilliseconds(7));
                if (i % 4 != 3) continue;
                await Sealer.SealAsync(CancellationToken.None);
                EarlierNotes.Add((string)(await SqlAsync("select note from platform.checkpoint order by size desc limit 1"))!);
            }
        }

        public Task<LedgerReport> VerifyAsync(IReadOnlyList<string>? outside = null) => Services.GetRequiredService<LedgerVerifier>().VerifyAsync(
            Services.GetRequiredService<SealerKey>().PublicPem, outside ?? [], Services.GetRequiredService<KeyFile>());
    }

    [Fact]
    public async Task An_untouched_ledger_is_sound_in_every_respect()
    {
        var report = await db.VerifyAsync(db.EarlierNotes);
        report.Fault.ShouldBeNull();
        report.Size.ShouldBe(Leaves);
        report.Checkpoints.ShouldBe(Leaves / 4);
        report.TextsChecked.ShouldBeTrue();
    }

    [Fact]
    public async Task Verification_from_a_saved_checkpoint_reads_only_what_came_after_it()
    {
        var verifier = db.Services.GetRequiredService<LedgerVerifier>();
        var pem = db.Services.GetRequiredService<SealerKey>().PublicPem;
        await Damaged("update platform.record set name = name || 'x' where id in (select record_id from platform.leaf where number in (5, 50))", async () =>
        {
            (await verifier.VerifyAsync(pem, [], since: db.EarlierNotes[9])).Fault.ShouldNotBeNull().Leaf.ShouldBe(50);
            (await verifier.VerifyAsync(pem, [], since: db.EarlierNotes[^1])).Fault.ShouldBeNull();
            (await verifier.VerifyAsync(pem, [])).Fault.ShouldNotBeNull().Leaf.ShouldBe(5);
        });
        (await verifier.VerifyAsync(pem, [], since: "forged\n")).Fault.ShouldNotBeNull().Kind.ShouldBe(LedgerFaultKind.CheckpointMismatch);
        (await verifier.VerifyAsync(pem, ["no note at all"])).Fault.ShouldNotBeNull().Kind.ShouldBe(LedgerFaultKind.CheckpointMismatch);
    }

    public static TheoryData<string> Kinds => new(Mutations.Keys);

    /// <summary>SQL of one mutation of leaf $n (other leaf $m, random number $r); the second value says whether verify must name exactly leaf $n.</summary>
    private static Dictionary<string, (string Sql, bool IsExact)> Mutations { get; } = new(StringComparer.Ordinal)
    {
        ["bit of the record's bytes"] = ("update platform.record set canonical = set_bit(canonical, $r % (8 * length(canonical)), 1 - get_bit(canonical, $r % (8 * length(canonical)))) where id = $id", true),
        ["bit of the leaf's hash"] = ("update platform.leaf set hash = set_bit(hash, $r % 256, 1 - get_bit(hash, $r % 256)) where number = $n", true),
        ["index column body"] = ("update platform.record set body = jsonb_set(body, '{payload,n}', '999') where id = $id", true),
        ["index column name"] = ("update platform.record set name = name || 'x' where id = $id", true),
        ["index column is_fact"] = ("update platform.record set is_fact = not is_fact where id = $id", true),
        ["bit of erasable text"] = ("update platform.side set ciphertext = set_bit(ciphertext, $r % (8 * length(ciphertext)), 1 - get_bit(ciphertext, $r % (8 * length(ciphertext)))) where record_id = $id", true),
        ["key of erasable text deleted without a record"] = ("delete from platform.side_key where record_id = $id", true),
        ["record row deleted"] = ("delete from platform.record where id = $id", true),
        ["leaf row deleted"] = ("delete from platform.leaf where number = $n", true),
        ["record and leaf deleted"] = ("with l as (delete from platform.leaf where number = $n) delete from platform.record where id = $id", true),
        ["two leaves swapped"] = ("update platform.leaf set number = case number when $n then $m else $n end where number in ($n, $m)", false),
        ["bytes of two records swapped"] = ("update platform.record r set canonical = o.canonical from platform.record o where (r.id = $id and o.id = $other) or (r.id = $other and o.id = $id)", false),
        ["record rewritten with a fitting leaf hash"] = ("with r as (update platform.record set canonical = convert_to(replace(convert_from(canonical, 'UTF8'), '\"v\":1', '\"v\":2'), 'UTF8'), body = jsonb_set(body, '{v}', '2') where id = $id returning canonical) update platform.leaf set hash = sha256('\\x00'::bytea || r.canonical) from r where number = $n", true),
        ["leaf inserted twice"] = ("insert into platform.leaf select number, gen_random_uuid(), recorded_at, hash from platform.leaf where number = $n", false),
        ["leaves after it renumbered to make room"] = ("with s as (update platform.leaf set number = number + 1 where number >= $n) insert into platform.leaf select $n, gen_random_uuid(), recorded_at, hash from platform.leaf where number = $n", true),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_single_mutation_is_found_and_its_first_leaf_named(string kind)
    {
        var (sql, isExact) = Mutations[kind];
        var triple = Gen.Choose(0, Leaves - 1).SelectMany(n => Gen.Choose(1, Leaves - 1).SelectMany(d => Gen.Choose(0, 1 << 20).Select(r => (N: n, M: (n + d) % Leaves, R: r)))).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Runs / Mutations.Count), Prop.ForAll(triple, t => Mutated(sql, isExact, t.N, t.M, t.R).GetAwaiter().GetResult()));
    }

    /// <summary>The tail cut anywhere; at a checkpoint's size it is to the byte what an old backup holds.</summary>
    [Fact]
    public void A_cut_tail_or_an_old_state_put_back_is_seen_by_an_earlier_checkpoint() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Cuts), Prop.ForAll(Gen.OneOf(Gen.Choose(0, Leaves - 1), Gen.Choose(0, (Leaves / 4) - 1).Select(n => n * 4)).ToArbitrary(), size => CutTo(size).GetAwaiter().GetResult()));

    private async Task<bool> CutTo(int size)
    {
        await Damaged($"delete from platform.checkpoint where size > {size}; delete from platform.record where id in (select record_id from platform.leaf where number >= {size}); delete from platform.leaf where number >= {size}", async () =>
        {
            await RebuildTreeAsync();
            var outside = (await db.VerifyAsync([db.EarlierNotes[^1]])).Fault.ShouldNotBeNull();
            (outside.Kind, outside.Leaf).ShouldBe((LedgerFaultKind.Truncated, (long)size));
            await using var sealer = new Sealer(db.PlatformOptions, db.Time, db.Services.GetRequiredService<SealerKey>(), new SealSignal());
            await Should.ThrowAsync<LedgerRolledBackException>(() => sealer.SealAsync(CancellationToken.None));

            // The second place rolled back as well: from inside nothing is missing at a checkpoint's size, and only somebody outside knows better.
            var alone = new LedgerVerifier(db.Database, db.PlatformOptions with { CheckpointFolder = Path.Combine(db.Folder, "rolled-back") });
            var pem = db.Services.GetRequiredService<SealerKey>().PublicPem;
            ((await alone.VerifyAsync(pem, [])).Fault?.Kind).ShouldBe(size % 4 == 0 ? null : LedgerFaultKind.Unsigned);
            (await alone.VerifyAsync(pem, [db.EarlierNotes[^1]])).Fault.ShouldNotBeNull().Leaf.ShouldBe(size);
        });
        return true;
    }

    [Fact]
    public async Task A_record_appended_behind_the_sealers_back_is_named() => await Damaged($"""
        insert into platform.record (id, recorded_at, command_id, ordinal, name, is_fact, canonical, body)
            select n.id, recorded_at, command_id, ordinal, name, is_fact, n.canonical, convert_from(n.canonical, 'UTF8')::jsonb from platform.record r
            cross join lateral (select gen_random_uuid() as id) g
            cross join lateral (select g.id, convert_to(replace(convert_from(r.canonical, 'UTF8'), r.id::text, g.id::text), 'UTF8') as canonical) n
            where r.id = (select record_id from platform.leaf where number = {Leaves - 2});
        insert into platform.leaf (number, record_id, recorded_at, hash)
            select {Leaves}, r.id, r.recorded_at, sha256('\x00'::bytea || r.canonical) from platform.record r where r.id not in (select record_id from platform.leaf)
        """, async () =>
        {
            (await db.VerifyAsync()).Fault.ShouldNotBeNull().Leaf.ShouldBe(Leaves);
            await RebuildTreeAsync();
            var fault = (await db.VerifyAsync()).Fault.ShouldNotBeNull();
            (fault.Kind, fault.Leaf).ShouldBe((LedgerFaultKind.Unsigned, (long)Leaves));
        });

    // The attacker also puts the sealer's row right.
    private async Task RebuildTreeAsync()
    {
        var frontier = new Frontier();
        await using var source = NpgsqlDataSource.Create(db.Superuser);
        await using (var command = source.CreateCommand("select hash from platform.leaf order by number"))
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) frontier.Append(reader.GetFieldValue<byte[]>(0));
        await using var tree = source.CreateCommand("update platform.tree set size = $1, frontier = $2");
        tree.Parameters.Add(new() { Value = frontier.Size });
        tree.Parameters.Add(new() { Value = frontier.ToBytes() });
        await tree.ExecuteNonQueryAsync();
    }

    [Fact]
    public async Task A_forged_or_altered_checkpoint_row_is_seen() => await Damaged(
        "update platform.checkpoint set sealed_at = sealed_at - interval '1 day' where size = 8",
        async () => (await db.VerifyAsync()).Fault.ShouldBe(new LedgerFault(LedgerFaultKind.CheckpointMismatch, 8, "a checkpoint row differs from its note or is not signed by this key")));

    private async Task<bool> Mutated(string sql, bool isExact, int n, int m, int r)
    {
        if (sql.Contains("side", StringComparison.Ordinal)) n -= n % 3;
        var id = await db.SqlAsync($"select record_id from platform.leaf where number = {n}");
        var other = await db.SqlAsync($"select record_id from platform.leaf where number = {m}");
        var concrete = sql.Replace("$id", $"'{id}'", StringComparison.Ordinal).Replace("$other", $"'{other}'", StringComparison.Ordinal)
            .Replace("$n", $"{n}", StringComparison.Ordinal).Replace("$m", $"{m}", StringComparison.Ordinal).Replace("$r", $"{r}", StringComparison.Ordinal);
        await Damaged(concrete, async () =>
        {
            var fault = (await db.VerifyAsync()).Fault.ShouldNotBeNull();
            fault.Leaf.ShouldBe(isExact ? n : sql.Contains("$m", StringComparison.Ordinal) || sql.Contains("$other", StringComparison.Ordinal) ? Math.Min(n, m) : n, fault.ToString());
        });
        return true;
    }

    // The attacker switches the triggers off; afterwards everything is put back as it was.
    private async Task Damaged(string sql, Func<Task> look)
    {
        string[] tables = ["record", "leaf", "side", "side_key", "checkpoint", "tree"];
        await db.SqlAsync(string.Concat(tables.Select(t => $"create table public.keep_{t} as select * from platform.{t};")));
        try
        {
            await db.SqlAsync("set session_replication_role = replica; begin; " + sql + "; commit; set session_replication_role = origin");
            await look();
        }
        finally
        {
            await db.SqlAsync("set session_replication_role = replica; begin; " + string.Concat(tables.Select(t => $"delete from platform.{t}; insert into platform.{t} select * from public.keep_{t}; drop table public.keep_{t};")) + "commit; set session_replication_role = origin");
        }
    }
}
