using System.Text;
using Sekisho.Kernel;
using Sekisho.Mime;
using Sekisho.Mime.Parts;
using Sekisho.Mime.Writing;
using Sekisho.Sanitizing;
using Sekisho.Sanitizing.Mail;

namespace Sekisho.Tests.Sanitizing.Mail;

/// <summary>Mails through the sanitiser with default limits and policy.</summary>
internal static class Treat
{
    internal static MailResult Bytes(byte[] mail) => MailSanitiser.Sanitise(new(mail), new("R-1", new(new()), new(), new(), new NoTools()));
    internal static MailResult Lines(params string[] lines) => Bytes(Encoding.Latin1.GetBytes(string.Join("\r\n", lines)));
    internal static MailResult Of(MailMessage message) => Bytes(MailWriter.Write(message));
    internal static MailResult Of(MailPart body) => Of(Message(body));

    internal static MailMessage Message(MailPart body, string subject = "件名") => new()
    {
        From = [MailAddress.Parse("sender@example.jp", "送信 花子")!],
        To = [MailAddress.Parse("to@city.example.jp")!],
        Subject = subject,
        Date = new DateTimeOffset(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(9)),
        MessageId = "<1@example.jp>",
        Body = body,
    };

    internal static string Text(MailResult result) => Encoding.Latin1.GetString(result.Output ?? []);
    internal static IEnumerable<string> Rules(MailResult result) => result.Findings.Select(f => f.Rule).Concat(result.Parts.SelectMany(p => p.Findings).Select(f => f.Rule));
    internal static bool IsUnchanged(MailResult result) => Bytes(result.Output!) is { Outcome: Outcome.Clean } again && again.Output!.AsSpan().SequenceEqual(result.Output);
}
