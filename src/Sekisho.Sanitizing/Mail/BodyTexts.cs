using System.Text;
using Sekisho.Kernel.Workers;
using Sekisho.Mime.Charsets;
using Sekisho.Mime.Reading;
using Sekisho.Mime.Reading.Transfer;
using Sekisho.Kernel;
using Sekisho.Sanitizing.HtmlBodies;
using Sekisho.Sanitizing.TextFiles;

namespace Sekisho.Sanitizing.Mail;

/// <summary>Text parts to clean text (MB-01…05, MI-11, MI-13).</summary>
internal sealed class BodyTexts(MailContext context, FindingLog log)
{
    /// <summary>Encoding of the part decoded last.</summary>
    private string used = "";

    /// <summary>A plain part; files written as uuencode inside it are given back as attachments (MI-03).</summary>
    internal BodyPiece Plain(ReadPart part, List<FoundFile> files)
    {
        var raw = Decode(part);
        var (text, blocks) = UuReader.Extract(raw);
        foreach (var (name, bytes) in blocks)
        {
            log.Add("MI-03", FindingAction.Recursed, part.Place);
            files.Add(new(part.Place, [name], "application/octet-stream", bytes));
        }
        if (string.Equals(part.Parameters.GetValueOrDefault("format"), "flowed", StringComparison.OrdinalIgnoreCase))
            text = Unflow(text, string.Equals(part.Parameters.GetValueOrDefault("delsp"), "yes", StringComparison.OrdinalIgnoreCase));
        if (part.MediaType is "text/enriched" or "text/richtext") text = Unmark(text);
        return new(raw, Clean(text, part.Place));
    }

    internal (BodyPiece Piece, IReadOnlyList<string> Pictures) Html(ReadPart part)
    {
        var raw = Decode(part);
        HtmlCharset.Check(raw, used, part.Place, log);
        // Controls go first: a NUL inside a tag name is read differently by different parsers (HT-05).
        var html = HtmlToText.Convert(raw.Replace("\0", "", StringComparison.Ordinal), context.Policy.Links, context.Limits, part.Place, log);
        log.Add("MB-01", FindingAction.TextOnly, part.Place);
        return (new(raw, Clean(html.Text, part.Place)), html.Pictures);
    }

    /// <summary>Text of ours and the sender's alike: no control, no direction mark, LF, no live address.</summary>
    internal string Clean(string text, string place)
    {
        if (text.Length > context.Limits.ScanCharacters)
        {
            log.Add("LM-22", FindingAction.TextOnly, place);
            text = text[..context.Limits.ScanCharacters];
        }
        // What was cleaned away may have stood behind the last line end.
        return UrlDefanger.Defang(Tidy(TextCleaner.Clean(Tidy(text), place, log)), context.Policy.Links, place, log);
    }

    private string Decode(ReadPart part)
    {
        var bytes = UntrustedAccess.Open(part.Content);
        context.Budget.Expand(bytes.Length, part.Place);
        var decoded = CharsetDecoder.Decode(bytes, part.Charset);
        used = decoded.Charset;
        if (decoded.Guessed && decoded.Charset != CharsetLabels.Ascii) log.Add(part.Charset is null ? "MI-11" : "TX-03", FindingAction.Rewritten, part.Place, 1, ("enc", decoded.Charset));
        if (decoded.Malformed > 0) log.Add("TX-02", FindingAction.Rewritten, part.Place, 1, ("n", Show.Number(decoded.Malformed)));
        return decoded.Text;
    }

    private static string Tidy(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\f', '\n').TrimEnd('\n', ' ', '\t');

    /// <summary>RFC 3676: a line that ends in a blank goes on in the next; one leading blank was stuffed.</summary>
    private static string Unflow(string text, bool deleteSpace)
    {
        var flowed = new StringBuilder(text.Length);
        foreach (var line in text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n'))
        {
            var unstuffed = line.StartsWith(' ') ? line[1..] : line;
            if (unstuffed.EndsWith(' ') && unstuffed != "-- ") flowed.Append(deleteSpace ? unstuffed[..^1] : unstuffed);
            else flowed.Append(unstuffed).Append('\n');
        }
        return flowed.ToString();
    }

    /// <summary>text/enriched (RFC 1896): commands in angle brackets go, "&lt;&lt;" is one.</summary>
    private static string Unmark(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '<') { plain.Append(text[i]); continue; }
            if (i + 1 < text.Length && text[i + 1] == '<') { plain.Append('<'); i++; continue; }
            var end = text.IndexOf('>', i);
            if (end < 0) break;
            i = end;
        }
        return plain.ToString();
    }
}
