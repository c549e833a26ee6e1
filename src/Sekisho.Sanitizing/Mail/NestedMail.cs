using System.Text;
using Sekisho.Kernel.Workers;
using Sekisho.Mime.Reading;

namespace Sekisho.Sanitizing.Mail;

/// <summary>Unfolds a mail found inside a mail into a text file and its attachments, with the same rules and one more level (LM-05).</summary>
internal sealed class NestedMail(MailContext context, FindingLog log, int depth)
{
    internal bool IsHeld { get; private set; }
    internal List<FoundFile> Files { get; } = [];

    internal NestedMail Unfold(ReadPart outer)
    {
        var message = MimeReader.Read(outer.Content, MailReading.Limits(context.Limits.Mail));
        MailReading.Report(message, log, outer.Place + "/");
        IsHeld = message.IsAmbiguous;
        var sorter = new PartSorter(context, log, depth);
        sorter.Sort(message.Root);
        IsHeld |= sorter.IsHeld;
        var headers = MailHeaders.Read(message.Root, context, log);
        var text = new StringBuilder();
        Line(text, "差出人", string.Join(", ", headers.From));
        Line(text, "宛先", string.Join(", ", headers.To));
        Line(text, "日時", headers.Date is { } date ? Mime.Writing.MailDate.Text(date) : "");
        Line(text, "件名", headers.Subject);
        text.Append('\n').Append(string.Join("\n\n", sorter.Body.Select(b => b.Text))).Append('\n');
        var name = (headers.Subject.Length is 0 ? "添付のメール" : headers.Subject.Length > 60 ? headers.Subject[..60] : headers.Subject).Replace('/', '_').Replace('\\', '_').TrimEnd('.', ' ') + ".txt";
        Files.Add(new(outer.Place, [name], "text/plain", Encoding.UTF8.GetBytes(text.ToString().Replace("\n", "\r\n", StringComparison.Ordinal))));
        Files.AddRange(sorter.Files.Select(f => f with { Place = outer.Place + "/" + f.Place }));
        return this;
    }

    private static void Line(StringBuilder text, string name, string value)
    {
        if (value.Length > 0) text.Append(name).Append(": ").Append(value).Append('\n');
    }
}
