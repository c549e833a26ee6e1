using System.Security.Cryptography;
using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Mime;
using Sekisho.Mime.Parts;
using Sekisho.Mime.Writing;
using Sekisho.Sanitizing;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;
using Sekisho.Verifying;
using Sekisho.Verifying.Locking;

namespace Sekisho.Tests.Verifying.Locking;

/// <summary>What a typed password opened, locked again after the second reader accepted it: other programs open it with the same password and with no other.</summary>
public class LockedOutputTests
{
    private const string Password = "合言葉 himitsu-7F3A";

    private static byte[] Fresh() => RandomNumberGenerator.GetBytes(LockedOutput.SaltBytes);

    private static FileResult Open(string name, byte[] bytes, bool protect) =>
        FileSanitiser.Sanitise(new(bytes), new(name, null, new(new()), new() { LockAgain = protect }, 0, new NoTools()) { Password = Password });

    [Fact, MatrixRow("ZP-07", "E5")]
    public void An_archive_of_ours_is_locked_member_by_member_and_opened_by_other_programs()
    {
        var folder = SomeTool.Folder();
        try
        {
            var (text, long_) = ("一覧\r\n"u8.ToArray(), RandomNumberGenerator.GetBytes(40_000));
            var made = Open("資料.zip", SomeZip.Of(("資料/メモ.txt", text), ("b.txt", "x"u8.ToArray())), protect: false).Output!;
            var (zip, name) = LockedOutput.Make(made, "zip", "資料.zip", Digest.Of(made).Hex, Password, Fresh)!.Value;
            name.ShouldBe("資料.zip");
            File.WriteAllBytes(Path.Combine(folder, "a.zip"), zip);
            File.WriteAllBytes(Path.Combine(folder, "b.zip"), LockedZip.Write([("x.bin", long_), ("empty", [])], Password, Fresh));
            SomeTool.Run(folder, "/usr/bin/bsdtar", "--passphrase", Password, "-xf", "a.zip");
            Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(folder, "資料", "メモ.txt"))).ShouldContain("一覧");
            SomeTool.Run(folder, "/usr/bin/bsdtar", "--passphrase", Password, "-xf", "b.zip");
            File.ReadAllBytes(Path.Combine(folder, "x.bin")).ShouldBe(long_);
            Directory.CreateDirectory(Path.Combine(folder, "wrong"));
            SomeTool.Run(Path.Combine(folder, "wrong"), "/usr/bin/bsdtar", "--passphrase", "himitsu", "-xf", "../a.zip", "b.txt");
            (!File.Exists(Path.Combine(folder, "wrong", "b.txt")) || new FileInfo(Path.Combine(folder, "wrong", "b.txt")).Length == 0).ShouldBeTrue();
            LockedOutput.Make(made, "zip", "資料.zip", Digest.Of(made).Hex, Password, Fresh)!.Value.Bytes.ShouldNotBe(zip);
            // It comes back: our own reader opens it with the password, too, and it is the same archive.
            var back = Open("資料.zip", zip, protect: false);
            back.Output.ShouldBe(made);
            Open("資料.zip", zip, protect: true).ActionOf("ZP-07").ShouldBe(FindingAction.Locked);
        }
        finally { Directory.Delete(folder, true); }
    }

    [Fact, MatrixRow("PD-13")]
    public void Any_other_file_becomes_the_only_member()
    {
        var pdf = new SomePdf().Build();
        var (zip, name) = LockedOutput.Make(pdf, "pdf", "案.pdf", Digest.Of(pdf).Hex, Password, Fresh)!.Value;
        name.ShouldBe("案.pdf.zip");
        var back = Open("案.pdf.zip", zip, protect: true);
        back.Children.ShouldHaveSingleItem().Name.ShouldBe("案.pdf");
    }

    [Fact, MatrixRow("ZP-07")]
    public void In_a_mail_only_what_was_opened_is_locked_and_the_rest_stays_byte_for_byte()
    {
        byte[] opened = SomeZip.Of(("a.txt", "本文"u8.ToArray())), other = SomePicture.Png();
        opened = Open("図面と写真の一式(第二版)最終.zip", opened, false).Output!;
        var mail = MailWriter.Write(new()
        {
            From = [MailAddress.Parse("a@example.jp", null)!], To = [MailAddress.Parse("b@example.jp", null)!], Subject = "x", Date = DateTimeOffset.UnixEpoch, MessageId = "<1@example.jp>",
            Body = new MultipartPart("mixed", [new TextPart("本文です。\n"), new FilePart("図面と写真の一式(第二版)最終.zip", "application/zip", opened), new FilePart("a.png", "image/png", other)]),
        });
        OutputVerifier.Verify(mail, "eml").Forbidden.ShouldBeEmpty();
        var (locked, _) = LockedOutput.Make(mail, "eml", "", Digest.Of(opened).Hex, Password, Fresh)!.Value;
        var text = Encoding.Latin1.GetString(locked);
        text.ShouldContain("filename=\"a.png\"");
        text.ShouldContain(Convert.ToBase64String(other)[..60]);
        text.ShouldNotContain(Convert.ToBase64String(opened)[..60]);
        text.Split("\r\n").ShouldAllBe(l => l.Length <= 78);
        // Read by another reader of mails than the one that wrote it, and treated with the password, it is the mail it was.
        var back = Open("m.eml", locked, protect: true);
        back.Children.Select(c => c.Name).ShouldContain(n => n.EndsWith("図面と写真の一式(第二版)最終.zip", StringComparison.Ordinal), back.Describe());
        back.Children.SelectMany(c => c.Findings).ShouldContain(f => f.Rule == "ZP-07" && f.Action == FindingAction.Locked);
        LockedOutput.Make(mail, "eml", "", Digest.OfText("another").Hex, Password, Fresh).ShouldBeNull();
        LockedOutput.Make(mail, "eml", "", LockedOutput.Everything, Password, Fresh).ShouldNotBeNull();
    }
}
