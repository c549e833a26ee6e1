using System.Globalization;

namespace Sekisho.Gate.Smtp;

/// <summary>
/// The address of MAIL FROM or RCPT TO with its parameters (RFC 5321 §4.1.2), in the strict form only: dot-atom before the at sign, host name after it,
/// at most 254 characters. Quoted local parts, source routes and address literals are refused: they serve smuggling more often than people.
/// </summary>
internal sealed record SmtpPath(string Address, long? Size)
{
    private const int Longest = 254;

    /// <summary>Null when the text is not of the form.</summary>
    public static SmtpPath? Parse(string text, string prefix, bool mayBeEmpty)
    {
        if (!text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return null;
        var rest = text[prefix.Length..].TrimStart(' ');
        var close = rest.IndexOf('>', StringComparison.Ordinal);
        if (rest.Length < 2 || rest[0] != '<' || close < 1) return null;
        var address = rest[1..close];
        if (!(mayBeEmpty && address.Length == 0) && !IsAddress(address)) return null;
        return Parameters(rest[(close + 1)..], out var size) ? new SmtpPath(address, size) : null;
    }

    public static bool IsAddress(string text)
    {
        var at = text.LastIndexOf('@');
        return text.Length <= Longest && at > 0 && at <= 64 && IsDotAtom(text[..at]) && IsHost(text[(at + 1)..]);
    }

    private static bool IsDotAtom(string text) =>
        text.Split('.').All(atom => atom.Length > 0 && atom.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal)));

    private static bool IsHost(string text) =>
        text.Split('.').All(label => label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));

    private static bool Parameters(string text, out long? size)
    {
        size = null;
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = part.IndexOf('=', StringComparison.Ordinal) is var i and >= 0 ? (part[..i], part[(i + 1)..]) : (part, "");
            if (key.Equals("SIZE", StringComparison.OrdinalIgnoreCase))
            {
                if (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n)) return false;
                size = n;
            }
            else if (!key.Equals("BODY", StringComparison.OrdinalIgnoreCase) || value.ToUpperInvariant() is not ("7BIT" or "8BITMIME"))
            {
                return false;
            }
        }
        return true;
    }
}
