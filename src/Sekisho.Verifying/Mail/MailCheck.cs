using System.Text;
using Sekisho.Verifying.Text;

namespace Sekisho.Verifying.Mail;

/// <summary>
/// A delivered message of ours: ASCII with CRLF, header fields of the allow list once each, one plain text and files in base64 side by
/// side; every file is verified by what it is. A second level of parts, another text type or an unknown field is a refusal.
/// </summary>
internal static class MailCheck
{
    private const int MaxLine = 998, MaxParts = 2_000;

    private static readonly HashSet<string> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "To", "Cc", "Reply-To", "Sender", "Date", "Subject", "Message-ID", "In-Reply-To", "References", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Content-Language", "Importance", "X-Priority", "List-Id", "Auto-Submitted",
        "Return-Path", "Received", "X-Sekisho-Result", "X-Sekisho-Record", "Authentication-Results",
    };

    private static readonly HashSet<string> PartFields = new(StringComparer.OrdinalIgnoreCase) { "Content-Type", "Content-Transfer-Encoding", "Content-Disposition" };

    internal static void Run(byte[] bytes, string place, int depth, Report report)
    {
        Lines(bytes, place, report);
        var text = Encoding.Latin1.GetString(bytes);
        var (fields, bodyAt) = MailFields.Read(text, 0, place);
        Names(fields, Fields, place, report);
        foreach (var value in fields.Where(f => f.Name is not ("Content-Type" or "Received" or "Authentication-Results")).Select(f => f.Value)) EncodedWordCheck.Run(value, place, report);
        var type = MailFields.Get(fields, "Content-Type");
        if (type.StartsWith("multipart/mixed;", StringComparison.Ordinal)) Parts(text, bodyAt, type, place, depth, report);
        else Leaf(fields, text[bodyAt..], place, depth, report);
    }

    private static void Parts(string text, int at, string type, string place, int depth, Report report)
    {
        var boundary = "--" + MailFields.Parameter(type, "boundary");
        if (boundary.Length is < 4 or > 72) throw new Refused(place + ":boundary");
        var count = 0;
        while (string.CompareOrdinal(text, at, boundary + "\r\n", 0, boundary.Length + 2) == 0)
        {
            if (++count > MaxParts) throw new Refused(place + ":parts");
            at += boundary.Length + 2;
            var end = text.IndexOf("\r\n" + boundary, at, StringComparison.Ordinal);
            if (end < 0) throw new Refused(place + ":unclosed");
            var (fields, body) = MailFields.Read(text, at, place);
            Names(fields, PartFields, place, report);
            Leaf(fields, body > end ? "" : text[body..end], place + "/" + count.ToString(System.Globalization.CultureInfo.InvariantCulture), depth, report);
            at = end + 2;
        }
        if (count == 0 || string.CompareOrdinal(text, at, boundary + "--\r\n", 0, boundary.Length + 4) != 0 || at + boundary.Length + 4 != text.Length) report.Add("outside-parts", place);
    }

    private static void Leaf(List<(string Name, string Value)> fields, string body, string place, int depth, Report report)
    {
        var type = MailFields.Get(fields, "Content-Type");
        var bytes = MailFields.Decode(body, MailFields.Get(fields, "Content-Transfer-Encoding"), place);
        var disposition = MailFields.Get(fields, "Content-Disposition");
        if (disposition.Length == 0)
        {
            if (!type.StartsWith("text/plain;", StringComparison.Ordinal)) report.Add("body-type:" + type.Split(';')[0], place);
            TextCheck.Run(bytes, place, report);
            return;
        }
        if (!disposition.StartsWith("attachment;", StringComparison.Ordinal)) report.Add("disposition", place);
        var name = MailFields.Parameter(disposition, "filename");
        if (name.Length == 0 || name.AsSpan().IndexOfAny("/\\:\"<>|") >= 0 || name.EndsWith('.') || name.EndsWith(' ')) report.Add("name", place);
        if (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || type.StartsWith("message/", StringComparison.OrdinalIgnoreCase) || type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)) report.Add("part-type:" + type.Split(';')[0], place);
        var kind = OutputVerifier.Guess(bytes, name);
        if (kind.Length == 0) report.Add("child-type", place + ":" + name);
        else OutputVerifier.Check(bytes, kind, place + ":" + name, depth + 1, report);
    }

    private static void Names(List<(string Name, string Value)> fields, HashSet<string> allowed, string place, Report report)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, _) in fields)
        {
            if (!allowed.Contains(name)) report.Add("field:" + name, place);
            if (!seen.Add(name) && !name.Equals("Received", StringComparison.OrdinalIgnoreCase)) report.Add("twice:" + name, place);
        }
    }

    private static void Lines(byte[] b, string place, Report report)
    {
        var start = 0;
        for (var i = 0; i < b.Length; i++)
        {
            if (b[i] is > 0x7E or < 0x20 and not (0x0D or 0x0A or 0x09)) { report.Add("byte", place); return; }
            if (b[i] == '\n' && (i == 0 || b[i - 1] != '\r') || b[i] == '\r' && (i + 1 == b.Length || b[i + 1] != '\n')) { report.Add("bare-line-end", place); return; }
            if (b[i] != '\n') continue;
            if (i - start > MaxLine + 1) { report.Add("long-line", place); return; }
            start = i + 1;
        }
    }
}
