using System.Text;

namespace Sekisho.Mime.Reading.Fields;

/// <summary>
/// Reads address lists (RFC 5322 §3.4 with what the wild does): quoted and encoded display names, groups, comments. An address that is not
/// strict gives no <see cref="MailAddress"/> and is counted.
/// </summary>
public static class AddressReader
{
    private const int Most = 500;

    /// <param name="raw">A field's raw value.</param>
    /// <param name="unreadable">Entries that are no strict address.</param>
    public static IReadOnlyList<MailAddress> Read(string raw, out int unreadable)
    {
        var found = new List<MailAddress>();
        unreadable = 0;
        foreach (var entry in Entries(raw))
        {
            if (found.Count >= Most) { unreadable++; continue; }
            if (One(entry) is { } address) found.Add(address);
            else unreadable++;
        }
        return found;
    }

    private static MailAddress? One(string entry)
    {
        var open = entry.LastIndexOf('<');
        var close = entry.LastIndexOf('>');
        if (open < 0 || close < open) return MailAddress.Parse(entry.Trim());
        return MailAddress.Parse(entry[(open + 1)..close].Trim(), Display(entry[..open]));
    }

    private static string? Display(string raw)
    {
        var text = raw.Trim();
        if (text.Length >= 2 && text[0] == '"' && text[^1] == '"') text = text[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
        text = EncodedText.Decode(text).Trim();
        return text.Length == 0 ? null : text;
    }

    // Raw ISO-2022-JP: its second bytes look like quotes and commas.
    private static int JisRun(string raw, int at)
    {
        if (at + 1 >= raw.Length || raw[at + 1] != '$') return 0;
        var end = raw.IndexOf("\e(", at, StringComparison.Ordinal);
        return (end < 0 ? raw.Length : Math.Min(raw.Length, end + 3)) - at;
    }

    /// <summary>Splits at commas and semicolons outside quotes, comments and angle brackets; group names go, comments go.</summary>
    private static IEnumerable<string> Entries(string raw)
    {
        var entry = new StringBuilder();
        var (quoted, comment, angle) = (false, 0, false);
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (c == '\e' && comment == 0 && JisRun(raw, i) is > 0 and var run)
            {
                entry.Append(raw, i, run);
                i += run - 1;
                continue;
            }
            if (c == '\\' && (quoted || comment > 0) && i + 1 < raw.Length)
            {
                if (comment == 0) entry.Append(c).Append(raw[i + 1]);
                i++;
                continue;
            }
            if (!quoted && c == '(') { comment++; continue; }
            if (comment > 0) { if (c == ')') comment--; continue; }
            if (c == '"') quoted = !quoted;
            if (!quoted && c == '<') angle = true;
            if (!quoted && c == '>') angle = false;
            if (quoted || angle || c is not (',' or ';' or ':')) { entry.Append(c); continue; }
            if (c != ':' && entry.ToString().Trim().Length > 0) yield return entry.ToString();
            entry.Clear();
        }
        if (entry.ToString().Trim().Length > 0) yield return entry.ToString();
    }
}
