using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Sekisho.Kernel;
using Sekisho.Platform.Keys;
using Sekisho.Platform.Ledger;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Platform.Ledger;

public sealed class ErasureAndProofTests(TestDatabase db) : IClassFixture<TestDatabase>
{
    private SideTexts Texts => db.Services.GetRequiredService<SideTexts>();
    private string PublicPem => db.Services.GetRequiredService<SealerKey>().PublicPem;

    [Fact]
    public async Task After_erasure_the_text_is_gone_and_verify_passes_and_counts_it()
    {
        var id = await Write("鈴木一郎の申出");
        await db.SealAsync();
        (await Texts.ReadAsync(id, default)).ShouldNotBeNull()["subject"].ShouldBe("鈴木一郎の申出");
        var before = await Verify();
        (await db.RunAsync<bool>("test.erase", async (work, ct) => await SideTexts.EraseAsync(work, id, "subject-request", ct))).Value.ShouldBeTrue();
        await db.SealAsync();
        (await Texts.ReadAsync(id, default)).ShouldBeNull();
        var after = await Verify();
        after.Fault.ShouldBeNull();
        (after.Erased - before.Erased).ShouldBe(1);
    }

    [Fact]
    public async Task A_leaf_and_what_lies_open_beside_it_never_hold_the_text()
    {
        var id = await Write("住所 架空町一丁目");
        await db.SealAsync();
        (await db.SqlAsync($"select convert_from(canonical, 'UTF8') || body::text from platform.record where id = '{id}'")).ShouldBeOfType<string>().ShouldNotContain("架空町");
        (await db.SqlAsync($"select position(convert_to('架空町', 'UTF8') in ciphertext) from platform.side where record_id = '{id}'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_proof_convinces_somebody_with_nothing_but_the_public_key()
    {
        for (var i = 0; i < 5; i++) await Write("x" + i);
        var id = await Write("proved");
        for (var i = 0; i < 4; i++) await Write("y" + i);
        await db.SealAsync();
        var proof = (await db.Services.GetRequiredService<LedgerProver>().ProveAsync(id, default)).Value;
        var read = InclusionProof.Parse(proof.Text).ShouldNotBeNull();
        read.Text.ShouldBe(proof.Text);
        read.Verify(PublicPem).ShouldNotBeNull().Size.ShouldBe(await db.Ledger.SizeAsync());
        RecordBytes.Read(read.Leaf, read.Record).Id.ShouldBe(id);
        (read with { Leaf = read.Leaf + 1 }).Verify(PublicPem).ShouldBeNull();
        (read with { Record = [.. read.Record, (byte)' '] }).Verify(PublicPem).ShouldBeNull();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        read.Verify(other.ExportSubjectPublicKeyInfoPem()).ShouldBeNull();
    }

    [Fact]
    public async Task A_record_that_is_not_there_has_no_proof() =>
        (await db.Services.GetRequiredService<LedgerProver>().ProveAsync(IdSource.Random.Next(), default)).Refusals[0].IsNotFound.ShouldBeTrue();

    [Fact]
    public async Task A_checkpoint_is_text_of_the_published_form()
    {
        await Write("z");
        await db.SealAsync();
        var note = (string)(await db.SqlAsync("select note from platform.checkpoint order by size desc limit 1"))!;
        var lines = note.Split('\n');
        lines[0].ShouldBe("sekisho/test/1");
        lines[1].ShouldBe((await db.Ledger.SizeAsync()).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Convert.FromBase64String(lines[2]).Length.ShouldBe(32);
        lines[3].ShouldStartWith("sealed 2026-");
        lines[4].ShouldBeEmpty();
        lines[5].ShouldStartWith("— sekisho/test/1 ");
        CheckpointNotes.Split(await File.ReadAllTextAsync(Path.Combine(db.PlatformOptions.CheckpointFolder, "sekisho_test_1", "all.checkpoints"))).Last().ShouldBe(note);
    }

    private Task<LedgerReport> Verify() => db.Services.GetRequiredService<LedgerVerifier>().VerifyAsync(PublicPem, [], db.Services.GetRequiredService<KeyFile>());

    private async Task<Guid> Write(string subject) => (await db.RunAsync<Guid>("test.write", (work, _) => Task.FromResult<Result<Guid>>(
        work.Audit("test.thing.done", new Dictionary<string, object>(StringComparer.Ordinal) { ["n"] = 1 }, new Dictionary<string, string>(StringComparer.Ordinal) { ["subject"] = subject })))).Value;
}
