using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Content;
using Sekisho.Platform.Keys;
using Sekisho.Platform.Ledger;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Platform.Keys;

public sealed class KeyTests(KeyTests.WithWeb db) : IClassFixture<KeyTests.WithWeb>
{
    public sealed class WithWeb : TestDatabase
    {
        protected override void Configure(IServiceCollection collection) => collection.AddPlatformDataProtection();
    }

    [Fact]
    public async Task After_a_rotation_everything_still_opens_and_the_old_key_opens_nothing()
    {
        var store = db.Services.GetRequiredService<ContentStore>();
        var staged = await store.StageAsync(new("mayor", "short"), "内容"u8.ToArray(), default);
        var record = (await db.RunAsync<Guid>("test.side", (work, _) => Task.FromResult<Result<Guid>>(work.Audit(
            "test.thing.done", new Dictionary<string, object>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal) { ["subject"] = "件名" })))).Value;
        var cookie = db.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("p").Protect("cookie");
        var old = await File.ReadAllTextAsync(db.PlatformOptions.KeyFile);

        var paper = (await db.Services.GetRequiredService<KeyRotation>().RotateAsync(Actor.Service("test"), default)).Value;
        (await db.SqlAsync($"select count(*) from platform.command where result like '%{paper[..9]}%'")).ShouldBe(0L, "the database must not hold the paper");

        var now = await File.ReadAllTextAsync(db.PlatformOptions.KeyFile);
        now.ShouldNotContain(old.Trim());
        File.GetUnixFileMode(db.PlatformOptions.KeyFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var fresh = new KeyFile(db.PlatformOptions);
        (await new ContentStore(new ContentKeys(db.Database, fresh, db.Time, IdSource.Random), new ObjectFiles(db.PlatformOptions), db.Time).ReadAsync(staged.Id, default)).ShouldBe("内容"u8.ToArray());
        (await new SideTexts(db.Database, fresh).ReadAsync(record, default)).ShouldNotBeNull()["subject"].ShouldBe("件名");
        new ProtectionKeys(db.Database, fresh, db.Time).GetAllElements().Count.ShouldBeGreaterThan(0);
        db.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("p").Unprotect(cookie).ShouldBe("cookie");

        var stale = Path.Combine(db.Folder, "stale");
        await File.WriteAllTextAsync(stale, old);
        File.SetUnixFileMode(stale, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var staleTexts = new SideTexts(db.Database, new KeyFile(db.PlatformOptions with { KeyFile = stale }));
        await Should.ThrowAsync<System.Security.Cryptography.CryptographicException>(() => staleTexts.ReadAsync(record, default));
    }

    [Fact]
    public async Task The_printed_recovery_key_brings_the_key_file_back()
    {
        var printed = RecoveryKey.New();
        (await db.RunAsync<bool>("test.recovery", async (work, ct) =>
        {
            await RecoveryKey.StoreAsync(work, db.Services.GetRequiredService<KeyFile>(), printed, ct);
            return true;
        })).IsOk.ShouldBeTrue();
        printed.Length.ShouldBe(49);
        await using var source = NpgsqlDataSource.Create(db.Superuser);
        await using var connection = await source.OpenConnectionAsync();
        var path = Path.Combine(db.Folder, "kek-from-paper");
        (await RecoveryKey.RestoreAsync(printed[..^1] + (printed[^1] == '0' ? '1' : '0'), connection, path, default)).ShouldBeFalse();
        (await RecoveryKey.RestoreAsync(printed.ToLowerInvariant().Replace('-', ' '), connection, path, default)).ShouldBeTrue();
        (await File.ReadAllTextAsync(path)).ShouldBe(await File.ReadAllTextAsync(db.PlatformOptions.KeyFile));
    }

    [Fact]
    public void A_recovery_key_survives_printing_for_any_bytes()
    {
        for (var i = 0; i < 200; i++)
        {
            var secret = Digest.OfText("s" + i).ToBytes()[..20];
            RecoveryKey.Parse(RecoveryKey.Print(secret)).ShouldBe(secret);
        }
        RecoveryKey.Parse("").ShouldBeNull();
        RecoveryKey.Parse("鍵").ShouldBeNull();
    }

    [Fact]
    public void A_key_file_others_can_read_is_refused()
    {
        var path = Path.Combine(db.Folder, "open-key");
        KeyFile.Create(path);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Should.Throw<KeyUnavailableException>(() => new KeyFile(db.PlatformOptions with { KeyFile = path }).Current()).Message.ShouldContain("0600");
    }
}
