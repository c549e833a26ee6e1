using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Sekisho.Kernel;
using Sekisho.Mime.Parts;
using Sekisho.Mime.Writing;

namespace Sekisho.Tests.Sanitizing.Mail;

/// <summary>Laws E1, E4, E5 and the form of the output over random messages and random damage.</summary>
public class MailLawsTests
{
    private static readonly string[] Words =
        ["会議", "https://example.com/a.b?c=d", "www.example.jp", "\u202Eexe.fdp", "\u200B", "〓", "髙﨑", "<b>x</b>", "a\0b", "begin 644 a.txt", "\u001B[31m", "From ", ".", "--=_x", "=?UTF-8?B?", "\n", "\n\n", " ", "ｱｲｳ", "🙂"];
    private static readonly string[] Names = ["a.txt", "表.txt", "a.docm", "b.exe", "..\\..\\c.txt", "con.txt", "長" + new string('長', 300) + ".txt", "a\r\nBcc: x.txt", "d.txt.exe", "", "名.txt\u202Egpj.exe"];

    private static Gen<string> Text => Gen.Elements(Words).ListOf().Select(w => string.Concat(w));
    private static Gen<MailPart> File => Gen.Elements(Names).SelectMany(n => Text.Select(t => (MailPart)new FilePart(n, "application/octet-stream", Encoding.UTF8.GetBytes(t))));
    private static Gen<MailPart> Body => Gen.OneOf(Text.Select(t => (MailPart)new TextPart(t)), Text.Select(t => (MailPart)new TextPart(t, "html")), Text.Select(t => (MailPart)new TextPart(t, "plain", "iso-2022-jp")));
    private static Gen<MailPart> Whole => Body.SelectMany(b => File.ListOf().Select(fs => fs.Count == 0 ? b : new MultipartPart("mixed", [b, .. fs.Take(4)])));
    private static Gen<byte[]> Mails => Whole.SelectMany(b => Text.Select(s => MailWriter.Write(Treat.Message(b, s))));

    [Fact]
    public void E4_the_output_comes_out_unchanged() =>
        Prop.ForAll(Mails.ToArbitrary(), mail =>
        {
            var first = Treat.Bytes(mail);
            Sekisho.Verifying.OutputVerifier.Verify(first.Output!, "eml").Forbidden.ShouldBeEmpty();
            var again = Treat.Bytes(first.Output!);
            again.Outcome.ShouldBe(Sekisho.Kernel.Outcome.Clean, string.Join(' ', again.Findings.Concat(again.Parts.SelectMany(p => p.Findings))));
            again.After.ShouldBe(first.After);
            first.Parts.Zip(again.Parts).Select(p => (A: Convert.ToHexString(p.First.Output), B: Convert.ToHexString(p.Second.Output))).FirstOrDefault(p => p.A != p.B).ShouldBe(default);
            Treat.Text(first).Split("\r\n").Zip(Treat.Text(again).Split("\r\n")).FirstOrDefault(l => l.First != l.Second).ShouldBe(default);
            again.Output.ShouldBe(first.Output);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void E5_the_same_mail_gives_the_same_bytes() =>
        Prop.ForAll(Mails.ToArbitrary(), mail => Treat.Text(Treat.Bytes(mail)) == Treat.Text(Treat.Bytes(mail))).QuickCheckThrowOnFailure();

    [Fact]
    public void E1_damage_never_throws_and_never_lets_markup_or_raw_bytes_out()
    {
        var damaged = Mails.SelectMany(m => Gen.Choose(0, m.Length - 1).SelectMany(at => Gen.Choose(0, 255).Select(b =>
        {
            var copy = (byte[])m.Clone();
            copy[at] = (byte)b;
            return copy;
        })));
        Prop.ForAll(damaged.ToArbitrary(), mail => IsWellFormed(Treat.Bytes(mail).Output)).QuickCheckThrowOnFailure();
    }

    private static void IsWellFormed(byte[]? output)
    {
        if (output is null) return;
        var lines = Encoding.Latin1.GetString(output).Split("\r\n");
        lines.Where(l => l.Length > 998 || l.Replace('\t', ' ').AsSpan().ContainsAnyExceptInRange(' ', '~')).ShouldBeEmpty();
        var read = Sekisho.Mime.Reading.MimeReader.Read(new(output), new());
        read.Notes.ShouldBeEmpty();
        Leaves(read.Root).Select(p => p.MediaType).ShouldNotContain("text/html");
        lines.TakeWhile(l => l.Length > 0).Where(l => l[0] != ' ').Select(l => l.Split(':')[0]).ShouldBeSubsetOf(Allowed);
    }

    private static IEnumerable<Sekisho.Mime.Reading.ReadPart> Leaves(Sekisho.Mime.Reading.ReadPart part) => part.IsMultipart ? part.Children.SelectMany(Leaves) : [part];

    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "Date", "From", "Sender", "Reply-To", "To", "Cc", "Subject", "Message-ID", "In-Reply-To", "References", "Importance", "X-Priority", "Auto-Submitted",
        "X-Sekisho-Record", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
    };
}
