using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Backup;
using Sekisho.Platform.Content;
using Sekisho.Platform.Keys;
using Sekisho.Platform.Ledger;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Platform.Backup;

public sealed class BackupTests(TestDatabase db) : IClassFixture<TestDatabase>
{
    private static readonly byte[] Content = "原本の内容"u8.ToArray();
    private BackupRestorer Restorer => db.Services.GetRequiredService<BackupRestorer>();

    [Fact]
    public async Task A_backup_is_proved_restored_and_goes_on_under_a_new_origin()
    {
        var (objectId, record) = await Fill();
        var file = await Backup("whole");

        var check = await Restorer.CheckAsync(db.PlatformOptions, file, file + ".keys", null, null, default);
        check.Problems.ShouldBeEmpty();
        check.Ledger.Fault.ShouldBeNull();
        check.ObjectsOpened.ShouldBe(check.Objects);
        check.Objects.ShouldBeGreaterThan(0);
        (await db.SqlAsync("select count(*) from pg_database where datname like 'sekisho_check_%'")).ShouldBe(0L);

        var fresh = await Empty("restored");
        var report = await Restorer.RestoreAsync(fresh, file, file + ".keys", null, null, default);
        report.IsGood.ShouldBeTrue(string.Join(" / ", report.Problems));
        await using var database = new Database(fresh);
        var keys = new KeyFile(fresh);
        (await new ContentStore(new ContentKeys(database, keys, db.Time, IdSource.Random), new ObjectFiles(fresh), db.Time).ReadAsync(objectId, default)).ShouldBe(Content);
        (await new SideTexts(database, keys).ReadAsync(record, default)).ShouldNotBeNull()["subject"].ShouldBe("件名");

        using var sealerKey = new SealerKey(fresh);
        await using var sealer = new Sealer(fresh, db.Time, sealerKey, new SealSignal());
        (await sealer.SealAsync(default)).ShouldBe(1);
        var verified = await new LedgerVerifier(database, fresh).VerifyAsync(sealerKey.PublicPem, [report.Manifest.Checkpoint!], keys);
        verified.Fault.ShouldBeNull();
        verified.Origin.ShouldNotBe(report.Manifest.Origin);
        report.Continues.ShouldNotBeNull().ShouldStartWith(report.Manifest.Origin + " ");

        var later = (string)(await After(db))!;
        (await new LedgerVerifier(database, fresh).VerifyAsync(sealerKey.PublicPem, [later], keys)).Fault.ShouldNotBeNull().Kind.ShouldBe(LedgerFaultKind.Truncated);
    }

    [Fact]
    public async Task Without_the_key_file_the_ledger_is_proved_and_the_rest_is_named_as_closed()
    {
        await Fill();
        var file = await Backup("without-keys");
        var check = await Restorer.CheckAsync(db.PlatformOptions, file, null, null, null, default);
        check.Ledger.Fault.ShouldBeNull();
        check.IsGood.ShouldBeFalse();
        check.ObjectsOpened.ShouldBe(0);
    }

    [Fact]
    public async Task A_cut_or_changed_backup_is_refused()
    {
        await Fill();
        var file = await Backup("damaged");
        var bytes = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, bytes[..(bytes.Length * 2 / 3)]);
        await Should.ThrowAsync<BackupException>(() => Restorer.CheckAsync(db.PlatformOptions, file, null, null, null, default));
        bytes[5000] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        await Should.ThrowAsync<BackupException>(() => Restorer.CheckAsync(db.PlatformOptions, file, null, null, null, default));
        File.Delete(file);
        await File.WriteAllTextAsync(file, "not a backup");
        await Should.ThrowAsync<BackupException>(() => Restorer.CheckAsync(db.PlatformOptions, file, null, null, null, default));
    }

    [Fact]
    public async Task A_restore_never_overwrites()
    {
        await Fill();
        var file = await Backup("overwrite");
        (await Should.ThrowAsync<BackupException>(() => Restorer.RestoreAsync(db.PlatformOptions, file, null, null, null, default))).Message.ShouldContain("空ではありません");
        await Should.ThrowAsync<BackupException>(() => db.Services.GetRequiredService<BackupWriter>().WriteAsync(file, null, null, default));
    }

    [Fact]
    public async Task An_older_key_file_does_not_bring_erased_text_back()
    {
        var (_, record) = await Fill();
        var old = await Backup("before-erasure");
        await db.RunAsync<bool>("test.erase", async (work, ct) => await SideTexts.EraseAsync(work, record, "subject-request", ct));
        await db.SealAsync();
        var file = await Backup("after-erasure");
        var check = await Restorer.CheckAsync(db.PlatformOptions, file, old + ".keys", null, null, default);
        check.Ledger.Fault.ShouldBeNull();
        check.Ledger.Erased.ShouldBeGreaterThan(0);
        (await File.ReadAllTextAsync(file + ".keys")).ShouldNotContain(record.ToString());
    }

    [Fact]
    public async Task The_ordinary_backup_holds_no_wrapped_key_and_is_for_its_owner_only()
    {
        await Fill();
        var file = await Backup("no-keys");
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(file + ".keys").ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var fresh = await Empty("keyless");
        await Restorer.RestoreAsync(fresh, file, null, null, null, default);
        await using var source = NpgsqlDataSource.Create(fresh.OwnerConnection);
        await using var command = source.CreateCommand("select (select count(*) from platform.data_key) + (select count(*) from platform.side_key) + (select count(*) from platform.store_key)");
        (await command.ExecuteScalarAsync()).ShouldBe(0L);
    }

    [Fact]
    public async Task On_another_machine_the_paper_brings_the_key_and_the_old_signatures_stay_trusted()
    {
        var (objectId, _) = await Fill();
        var paper = RecoveryKey.New();
        (await db.RunAsync<bool>("test.escrow", async (work, ct) =>
        {
            await RecoveryKey.StoreAsync(work, db.Services.GetRequiredService<KeyFile>(), paper, ct);
            return true;
        })).IsOk.ShouldBeTrue();
        await db.SealAsync();
        var file = await Backup("another-machine");
        var fresh = await Empty("another") with { KeyFile = Path.Combine(db.Folder, "another-kek"), SealerKeyFile = Path.Combine(db.Folder, "another-sealer.pem") };
        SealerKey.Create(fresh.SealerKeyFile);

        // A wrong paper leaves everything empty, so that the right one can follow.
        (await Should.ThrowAsync<BackupException>(() => Restorer.RestoreAsync(fresh, file, file + ".keys", paper[5..] + "-0000", null, default))).Message.ShouldContain("回復鍵");
        File.Exists(fresh.KeyFile).ShouldBeFalse();
        Directory.EnumerateFileSystemEntries(fresh.ContentFolder).ShouldBeEmpty();
        var report = await Restorer.RestoreAsync(fresh, file, file + ".keys", paper, null, default);
        report.IsGood.ShouldBeTrue(string.Join(" / ", report.Problems));
        (await File.ReadAllTextAsync(fresh.KeyFile)).ShouldBe(await File.ReadAllTextAsync(db.PlatformOptions.KeyFile));

        await using var database = new Database(fresh);
        var keys = new KeyFile(fresh);
        (await new ContentStore(new ContentKeys(database, keys, db.Time, IdSource.Random), new ObjectFiles(fresh), db.Time).ReadAsync(objectId, default)).ShouldBe(Content);
        using var sealerKey = new SealerKey(fresh);
        await using var sealer = new Sealer(fresh, db.Time, sealerKey, new SealSignal());
        await sealer.SealAsync(default);
        var verifier = new LedgerVerifier(database, fresh);
        (await verifier.VerifyAsync(sealerKey.TrustedPem, [report.Manifest.Checkpoint!], keys)).Fault.ShouldBeNull();
        (await verifier.VerifyAsync(sealerKey.PublicPem, [], keys)).Fault.ShouldNotBeNull("the new key alone did not sign the old checkpoints").Kind.ShouldBe(LedgerFaultKind.CheckpointMismatch);
        sealerKey.TrustEarlier(report.Manifest.PublicKeyPem);
        sealerKey.TrustedPem.Split("BEGIN PUBLIC KEY").Length.ShouldBe(5, "two of each machine, none twice");
        (await Should.ThrowAsync<BackupException>(() => Restorer.RestoreAsync(fresh, file, file + ".keys", paper, null, default))).Message.ShouldContain("空ではありません");
    }

    private async Task<(string ObjectId, Guid Record)> Fill()
    {
        var store = db.Services.GetRequiredService<ContentStore>();
        var staged = await store.StageAsync(new("mayor", "short"), Content, default);
        var record = (await db.RunAsync<Guid>("test.fill", (work, _) =>
        {
            store.Hold(work, staged, new DateOnly(2030, 1, 1));
            return Task.FromResult<Result<Guid>>(work.Audit("test.thing.done", new Dictionary<string, object>(StringComparer.Ordinal) { ["n"] = 1 },
                new Dictionary<string, string>(StringComparer.Ordinal) { ["subject"] = "件名" }));
        })).Value;
        await db.SealAsync();
        return (staged.Id, record);
    }

    private static async Task<object?> After(TestDatabase db)
    {
        await db.RunAsync<Guid>("test.later", (work, _) => Task.FromResult<Result<Guid>>(work.Audit("test.thing.done", new Dictionary<string, object>(StringComparer.Ordinal) { ["n"] = 2 })));
        await db.RunAsync<Guid>("test.later", (work, _) => Task.FromResult<Result<Guid>>(work.Audit("test.thing.done", new Dictionary<string, object>(StringComparer.Ordinal) { ["n"] = 3 })));
        await db.SealAsync();
        return await db.SqlAsync("select note from platform.checkpoint order by size desc limit 1");
    }

    private async Task<string> Backup(string name)
    {
        var file = Path.Combine(db.Folder, name + ".backup");
        await db.Services.GetRequiredService<BackupWriter>().WriteAsync(file, null, null, default);
        return file;
    }

    // The same keys on an empty machine.
    private async Task<PlatformOptions> Empty(string name)
    {
        var database = db.Name + "_" + name;
        await db.SqlAsync($"create database {database} owner sekisho_owner template template0");
        string With(string connection) => new NpgsqlConnectionStringBuilder(connection) { Database = database }.ConnectionString;
        return db.PlatformOptions with
        {
            AppConnection = With(db.PlatformOptions.AppConnection), SealerConnection = With(db.PlatformOptions.SealerConnection), OwnerConnection = With(db.PlatformOptions.OwnerConnection),
            ContentFolder = Path.Combine(db.Folder, name, "content"), CheckpointFolder = Path.Combine(db.Folder, name, "checkpoints"),
        };
    }
}
