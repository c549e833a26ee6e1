using Npgsql;
using Sekisho.Platform;
using Sekisho.Platform.Ledger;
using Sekisho.Platform.Setup;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Platform.Setup;

/// <summary>
/// Databases of released versions, as they are out there (tests/Sekisho.Tests/dumps), become today's (rule T15). A migration edited after its release no longer
/// has the checksum in the dump and turns this red.
/// </summary>
public sealed class MigrationFromDumpTests(TestDatabase db) : IClassFixture<TestDatabase>
{
    private const string Shape = """
        select 'column ' || c.oid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') || a.attidentity::text
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = any($1::text[]::regnamespace[])
        union all select 'index ' || pg_get_indexdef(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indrelid where not c.relispartition and c.relnamespace = any($1::text[]::regnamespace[])
        union all select 'constraint ' || c.oid::regclass || ' ' || pg_get_constraintdef(k.oid) from pg_constraint k join pg_class c on c.oid = k.conrelid where not c.relispartition and c.relnamespace = any($1::text[]::regnamespace[])
        union all select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and not c.relispartition and c.relnamespace = any($1::text[]::regnamespace[])
        union all select 'function ' || p.oid::regprocedure || ' ' || md5(pg_get_functiondef(p.oid)) from pg_proc p where p.pronamespace = any($1::text[]::regnamespace[])
        union all select 'right ' || c.oid::regclass || ' ' || g.grantee::regrole || ' ' || g.privilege_type from pg_class c, aclexplode(c.relacl) g
            where not c.relispartition and c.relnamespace = any($1::text[]::regnamespace[])
        order by 1
        """;

    public static TheoryData<string> Versions => new(Directory.GetDirectories(Dumps()).Select(d => Path.GetFileName(d)!));

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_database_of_a_released_version_becomes_todays_and_its_ledger_still_verifies(string version)
    {
        var options = await LoadAsync(version, "whole");
        await new MigrationRunner(options, TimeProvider.System).RunAsync(TemplateDatabase.Schemas, default);
        (await ShapeAsync(options)).ShouldBe(await ShapeAsync(db.PlatformOptions));

        await using var database = new Database(options);
        var report = await new LedgerVerifier(database, options).VerifyAsync(await File.ReadAllTextAsync(Path.Combine(Dumps(), version, "sealer.pem")), [], texts: false);
        report.Fault.ShouldBeNull();
        report.Size.ShouldBeGreaterThan(0);
        await foreach (var record in new LedgerReader(database).ReadAsync(0)) record.Name.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_migration_edited_after_its_release_is_refused(string version)
    {
        var options = await LoadAsync(version, "edited");
        await using (var source = NpgsqlDataSource.Create(options.OwnerConnection))
        await using (var history = source.CreateCommand("update platform.migration set checksum = encode(sha256(convert_to(checksum, 'UTF8')), 'hex') where number = 3"))
            await history.ExecuteNonQueryAsync();
        (await Should.ThrowAsync<InvalidOperationException>(() => new MigrationRunner(options, TimeProvider.System).RunAsync(TemplateDatabase.Schemas, default))).Message.ShouldContain("0003");
    }

    private async Task<PlatformOptions> LoadAsync(string version, string use)
    {
        var name = db.Name + "_" + use;
        await db.SqlAsync($"create database {name} owner sekisho_owner template template0");
        string With(string connection) => new NpgsqlConnectionStringBuilder(connection) { Database = name, Pooling = false }.ConnectionString;
        var options = db.PlatformOptions with
        {
            AppConnection = With(db.PlatformOptions.AppConnection), SealerConnection = With(db.PlatformOptions.SealerConnection), OwnerConnection = With(db.PlatformOptions.OwnerConnection),
            CheckpointFolder = Path.Combine(db.Folder, use),
        };
        await using var connection = new NpgsqlConnection(options.OwnerConnection);
        await connection.OpenAsync();
        await using var load = new NpgsqlCommand(await File.ReadAllTextAsync(Path.Combine(Dumps(), version, "database.sql")), connection);
        await load.ExecuteNonQueryAsync();
        return options;
    }

    private static async Task<List<string>> ShapeAsync(PlatformOptions options)
    {
        await using var source = NpgsqlDataSource.Create(options.OwnerConnection);
        await using var command = source.CreateCommand(Shape);
        command.Parameters.Add(new() { Value = TemplateDatabase.Schemas.Select(s => s.Name).ToArray() });
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        lines.Count.ShouldBeGreaterThan(300);
        return lines;
    }

    private static string Dumps()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Sekisho.slnx"))) return Path.Combine(at.FullName, "tests", "Sekisho.Tests", "dumps");
        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
