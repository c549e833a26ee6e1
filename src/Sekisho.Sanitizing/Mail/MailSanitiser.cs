using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Mime;
using Sekisho.Mime.Charsets;
using Sekisho.Mime.Parts;
using Sekisho.Mime.Reading;
using Sekisho.Mime.Writing;

namespace Sekisho.Sanitizing.Mail;

/// <summary>
/// One mail in, one new mail out: read into a model, body to text, every attachment through the file engine, written anew by our writer.
/// No byte of the input's form travels on. Pure: same bytes, same context, same result (law E5); its output comes out unchanged (law E4).
/// </summary>
public static class MailSanitiser
{
    private const string NoText = "本文に文字がありません。";

    public static MailResult Sanitise(Untrusted<byte[]> message, MailContext context)
    {
        var log = new FindingLog();
        try { return Work(message, context, log); }
        catch (FileStop stop)
        {
            log.Add(stop);
            return Stopped(stop.Outcome, log);
        }
        catch (Exception fault) when (fault is OverflowException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or FormatException or KeyNotFoundException)
        {
            // A hole in the reader: the mail stays here, and the finding makes the worker be discarded (E1, E9).
            log.Add("E1", FindingAction.Blocked, "0", 1, ("fault", fault.GetType().Name));
            return Stopped(Outcome.Blocked, log);
        }
    }

    private static MailResult Stopped(Outcome outcome, FindingLog log) => new(outcome, null, "", "", "", "", false, [], log.Lines);

    private static MailResult Work(Untrusted<byte[]> message, MailContext context, FindingLog log)
    {
        var length = UntrustedAccess.Open(message).LongLength;
        if (length > context.Limits.InputBytes) throw new FileStop("LM-01", Outcome.Blocked, "0", new Dictionary<string, string> { ["max"] = Show.Number(context.Limits.InputBytes) });
        var read = MimeReader.Read(message, MailReading.Limits(context.Limits.Mail));
        MailReading.Report(read, log);
        if (read.IsOverLimit) return Stopped(Outcome.Blocked, log);
        var headers = MailHeaders.Read(read.Root, context, log);
        var sorter = new PartSorter(context, log, context.Depth);
        sorter.Sort(read.Root);
        var work = new AttachmentWork(context);
        var parts = sorter.Files.Select(work.Treat).ToList();
        var body = Body(sorter, parts, log, context);
        var output = MailWriter.Write(Model(headers, body, parts, context.Policy.OldCharset));
        var outcome = read.IsAmbiguous || sorter.IsHeld || parts.Any(p => p.Outcome == Outcome.Held) ? Outcome.Held
            : log.Lines.Any(f => f.Action != FindingAction.Kept) || parts.Any(p => p.Outcome != Outcome.Clean) ? Outcome.Cleaned : Outcome.Clean;
        return new(outcome, output, headers.Subject, headers.From.Count > 0 ? headers.From[0].ToString() : "",
            Show.Visible(string.Join("\n\n", sorter.Body.Select(b => b.Before)).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\u2424", StringComparison.Ordinal), 200_000).Replace('\u2424', '\n'),
            body, true, parts, log.Lines) { MessageId = headers.MessageId ?? "", IsAmbiguous = read.IsAmbiguous };
    }

    private static string Body(PartSorter sorter, List<MailPartResult> parts, FindingLog log, MailContext context)
    {
        var text = string.Join("\n\n", sorter.Body.Select(b => b.Text).Where(t => t.Length > 0));
        if (text.Trim().Length == 0)
        {
            log.Add("MB-07", FindingAction.Kept, "0");
            text = NoText;
        }
        if (context.Policy.OldCharset && Iso2022JpEncoder.Fit(text, out var replaced) is var fitting && replaced > 0)
        {
            log.Add("MB-05", FindingAction.Rewritten, "0", replaced);
            text = fitting;
        }
        var all = NoticeText.Notice(log.Lines, parts, context.RecordId) is { } notice ? notice + "\n" + text : text;
        return context.Policy.OldCharset ? Iso2022JpEncoder.Fit(all, out _) : all;
    }

    private static MailMessage Model(MailHeaders headers, string body, List<MailPartResult> parts, bool old)
    {
        MailPart text = old ? new TextPart(body, Charset: CharsetLabels.Iso2022Jp) { IsPacked = true } : new TextPart(body);
        return new()
        {
            From = headers.From.Count > 0 ? headers.From : [Unknown],
            To = headers.To, Cc = headers.Cc, ReplyTo = headers.ReplyTo, Sender = headers.Sender, Date = headers.Date, Subject = headers.Subject,
            MessageId = headers.MessageId, InReplyTo = headers.InReplyTo, References = headers.References, Extra = headers.Extra,
            Body = parts.Count == 0 ? text : new MultipartPart("mixed", [text, .. parts.Select(p => new FilePart(p.OutputName, p.OutputMediaType, p.Output))]),
        };
    }

    private static MailAddress Unknown { get; } = MailAddress.Parse("unknown@sender.invalid", "差出人不明") ?? throw new InvalidOperationException("The placeholder is no address.");
}
