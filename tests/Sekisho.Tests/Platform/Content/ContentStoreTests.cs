using Microsoft.Extensions.DependencyInjection;
using Sekisho.Kernel;
using Sekisho.Platform.Content;
using Sekisho.Platform.Keys;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Platform.Content;

public sealed class ContentStoreTests(TestDatabase db) : IClassFixture<TestDatabase>
{
    private static readonly HoldingGroup Group = new("mayor", "mail-original");
    private static readonly Dictionary<string, object> Payload = new(StringComparer.Ordinal) { ["n"] = 1 };

    private ContentStore Store => db.Services.GetRequiredService<ContentStore>();
    private ContentRetention Retention => db.Services.GetRequiredService<ContentRetention>();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1 << 20)]
    [InlineData((1 << 20) + 1)]
    [InlineData((3 << 20) - 7)]
    public async Task Bytes_of_any_length_come_back(int length)
    {
        var bytes = Bytes(length);
        var staged = await Store.StageAsync(Group, bytes, default);
        (await Store.ReadAsync(staged.Id, default)).ShouldBe(bytes);
    }

    [Fact]
    public async Task Neither_file_nor_name_shows_the_content()
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes("給与明細 給与明細 給与明細");
        var staged = await Store.StageAsync(Group, bytes, default);
        staged.Id.ShouldNotContain(Digest.Of(bytes).Hex);
        var file = await File.ReadAllBytesAsync(FileOf(staged));
        file.AsSpan().IndexOf(bytes.AsSpan(0, 12)).ShouldBe(-1);
        File.GetUnixFileMode(FileOf(staged)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task The_same_bytes_are_one_object_in_a_group_and_two_in_two_groups()
    {
        var bytes = Bytes(300);
        var first = await Store.StageAsync(Group, bytes, default);
        (await Store.StageAsync(Group, bytes, default)).Id.ShouldBe(first.Id);
        (await Store.StageAsync(new("board", "mail-original"), bytes, default)).Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public async Task Every_changed_cut_or_swapped_chunk_is_noticed()
    {
        var staged = await Store.StageAsync(Group, Bytes((2 << 20) + 5), default);
        var whole = await File.ReadAllBytesAsync(FileOf(staged));
        var chunk = (1 << 20) + 16;
        byte[][] damaged =
        [
            [.. whole[..^1], (byte)(whole[^1] ^ 1)],
            whole[..^21],
            whole[..(36 + chunk)],
            [.. whole[..36], .. whole[(36 + chunk)..(36 + (2 * chunk))], .. whole[36..(36 + chunk)], .. whole[(36 + (2 * chunk))..]],
            whole[..20],
            [],
        ];
        foreach (var bytes in damaged)
        {
            await File.WriteAllBytesAsync(FileOf(staged), bytes);
            await Should.ThrowAsync<ContentUnavailableException>(() => Store.ReadAsync(staged.Id, default));
        }
    }

    [Fact]
    public async Task An_object_moved_under_another_name_is_noticed()
    {
        var a = await Store.StageAsync(Group, Bytes(10), default);
        var b = await Store.StageAsync(Group, Bytes(11), default);
        File.Copy(FileOf(a), FileOf(b), overwrite: true);
        await Should.ThrowAsync<ContentUnavailableException>(() => Store.ReadAsync(b.Id, default));
    }

    [Fact]
    public async Task An_object_is_erased_after_its_last_hold_and_its_file_after_the_delay()
    {
        var today = JapanTime.Day(db.Time.GetUtcNow());
        var staged = await Store.StageAsync(new("erase", "short"), Bytes(50), default);
        await Hold(staged, today);
        await Hold(staged, today.AddDays(5));
        db.Time.Advance(TimeSpan.FromDays(1));
        (await Retention.EraseAsync(default)).ShouldBe(0);
        db.Time.Advance(TimeSpan.FromDays(5));
        (await Retention.EraseAsync(default)).ShouldBe(1);
        File.Exists(FileOf(staged)).ShouldBeTrue();
        db.Time.Advance(ContentRetention.FileDelay);
        await Retention.EraseAsync(default);
        File.Exists(FileOf(staged)).ShouldBeFalse();
        db.Time.Advance(TimeSpan.FromDays(62));
        await Retention.EraseAsync(default);
        (await db.SqlAsync($"select count(*) from platform.data_key where id = '{staged.KeyId}'")).ShouldBe(0L);
        (await Should.ThrowAsync<ContentUnavailableException>(() => Store.ReadAsync(staged.Id, default))).Message.ShouldContain("destroyed");
    }

    [Fact]
    public async Task A_legal_hold_blocks_erasure_until_it_is_lifted()
    {
        var staged = await Store.StageAsync(new("legal", "short"), Bytes(60), default);
        await Hold(staged, JapanTime.Day(db.Time.GetUtcNow()));
        await db.RunAsync<int>("test.block", async (work, ct) => { await ContentRetention.BlockAsync(work, staged.Id, "litigation", ct); return 1; });
        db.Time.Advance(TimeSpan.FromDays(30));
        await Retention.EraseAsync(default);
        (await db.SqlAsync($"select count(*) from platform.object where id = '{staged.Id}'")).ShouldBe(1L);
        await db.RunAsync<int>("test.unblock", async (work, ct) => { await ContentRetention.BlockAsync(work, staged.Id, null, ct); return 1; });
        await Retention.EraseAsync(default);
        (await db.SqlAsync($"select count(*) from platform.object where id = '{staged.Id}'")).ShouldBe(0L);
    }

    [Fact]
    public async Task Orphans_go_after_a_day_and_held_files_stay()
    {
        var orphan = await Store.StageAsync(new("orphan", "short"), Bytes(70), default);
        var held = await Store.StageAsync(new("orphan", "short"), Bytes(71), default);
        await Hold(held, new DateOnly(2040, 1, 1));
        db.Time.Advance(TimeSpan.FromHours(23));
        await Retention.CollectOrphansAsync(default);
        File.Exists(FileOf(orphan)).ShouldBeTrue();
        db.Time.Advance(TimeSpan.FromHours(2));
        (await Retention.CollectOrphansAsync(default)).ShouldBeGreaterThan(0);
        File.Exists(FileOf(orphan)).ShouldBeFalse();
        File.Exists(FileOf(held)).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_the_key_file_nothing_is_stored_and_the_reason_is_named()
    {
        var options = db.PlatformOptions with { KeyFile = Path.Combine(db.Folder, "missing") };
        var keys = new ContentKeys(db.Database, new KeyFile(options), db.Time, IdSource.Random);
        var store = new ContentStore(keys, new ObjectFiles(options), db.Time);
        (await Should.ThrowAsync<KeyUnavailableException>(() => store.StageAsync(Group, Bytes(5), default))).Message.ShouldContain("missing");
    }

    private Task Hold(StagedObject staged, DateOnly until) => db.RunAsync<int>("test.hold", (work, _) =>
    {
        Store.Hold(work, staged, until);
        work.Audit("test.thing.done", Payload);
        return Task.FromResult<Result<int>>(1);
    });

    private string FileOf(StagedObject staged) => new ObjectFiles(db.PlatformOptions).PathOf(staged.Id);

    private static byte[] Bytes(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(((i * 31) + (i >> 8) + length) & 0xFF))];
}
