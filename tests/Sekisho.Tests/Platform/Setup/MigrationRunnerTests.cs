using Npgsql;
using Sekisho.Platform;
using Sekisho.Platform.Setup;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Platform.Setup;

public sealed class MigrationRunnerTests(TestDatabase db) : IClassFixture<TestDatabase>
{
    private MigrationRunner Runner => new(db.PlatformOptions, TimeProvider.System);

    [Fact]
    public async Task Running_again_applies_nothing() => (await Runner.RunAsync([PlatformSchema.Module], default)).ShouldBe(0);

    [Fact]
    public async Task Two_at_the_same_time_do_not_disturb_each_other() =>
        (await Task.WhenAll(Runner.RunAsync([PlatformSchema.Module], default), Runner.RunAsync([PlatformSchema.Module], default))).ShouldBe([0, 0]);

    [Fact]
    public async Task A_migration_changed_after_it_was_applied_is_refused()
    {
        await db.SqlAsync("update platform.migration set checksum = reverse(checksum) where number = 2");
        try { (await Should.ThrowAsync<InvalidOperationException>(() => Runner.RunAsync([PlatformSchema.Module], default))).Message.ShouldContain("0002"); }
        finally { await db.SqlAsync("update platform.migration set checksum = reverse(checksum) where number = 2"); }
    }

    [Fact]
    public async Task A_program_older_than_the_database_is_refused()
    {
        await db.SqlAsync("insert into platform.migration values (900, 'future', '', now())");
        try { (await Should.ThrowAsync<InvalidOperationException>(() => Runner.RunAsync([PlatformSchema.Module], default))).Message.ShouldContain("older"); }
        finally { await db.SqlAsync("delete from platform.migration where number = 900"); }
    }

    [Fact]
    public void The_tables_that_need_no_record_are_approved() =>
        Approved.Match("unrecorded-tables.txt", TemplateDatabase.Schemas.SelectMany(s => s.UnrecordedTables).Order(StringComparer.Ordinal));

    [Fact]
    public void The_audit_names_are_approved_and_belong_to_their_module()
    {
        foreach (var schema in TemplateDatabase.Schemas)
            foreach (var name in schema.AuditNames)
            {
                name.ShouldStartWith(schema.Name + ".");
                name.Split('.').Length.ShouldBe(3, name);
            }
        Approved.Match("audit-records.txt", TemplateDatabase.Schemas.SelectMany(s => s.AuditNames).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_exempt_table_exists()
    {
        await using var source = NpgsqlDataSource.Create(db.Superuser);
        foreach (var table in TemplateDatabase.Schemas.SelectMany(s => s.UnrecordedTables))
        {
            await using var command = source.CreateCommand("select to_regclass($1) is not null");
            command.Parameters.Add(new() { Value = table });
            ((bool)(await command.ExecuteScalarAsync())!).ShouldBeTrue(table);
        }
    }
}
