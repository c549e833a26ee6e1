using System.Globalization;
using System.Text;

namespace Sekisho.Mime.Writing;

/// <summary>7bit, quoted-printable and base64 (RFC 2045 §6), chosen so that no relay has a reason to touch the bytes.</summary>
public static class TransferEncoding
{
    private const int Line = 76;

    /// <summary>
    /// 7bit for short plain lines without an edge case (trailing blank, leading dot or "From ", two leading hyphens), else the shorter of
    /// quoted-printable and base64.
    /// </summary>
    public static string Choose(ReadOnlySpan<byte> text)
    {
        if (IsPlain(text)) return "7bit";
        var special = 0;
        foreach (var b in text) if (b is > 0x7E or < 0x20 and not (0x0D or 0x0A or 0x09) or (byte)'=') special++;
        return special * 3 > text.Length / 2 ? "base64" : "quoted-printable";
    }

    /// <exception cref="ArgumentException">Another name than 7bit, quoted-printable, base64.</exception>
    public static byte[] Encode(ReadOnlySpan<byte> bytes, string encoding) => encoding switch
    {
        "7bit" => bytes.ToArray(),
        "quoted-printable" => QuotedPrintable(bytes),
        "base64" => Base64(bytes),
        _ => throw new ArgumentException("Unknown transfer encoding.", nameof(encoding)),
    };

    private static bool IsPlain(ReadOnlySpan<byte> text)
    {
        foreach (var range in text.Split((byte)'\n'))
        {
            var line = text[range];
            if (line.EndsWith("\r"u8)) line = line[..^1];
            if (line.Length > 200 || line.ContainsAnyExceptInRange((byte)0x20, (byte)0x7E)) return false;
            if (line.EndsWith(" "u8) || line.StartsWith("."u8) || line.StartsWith("From "u8) || line.StartsWith("--"u8)) return false;
        }
        return true;
    }

    private static byte[] Base64(ReadOnlySpan<byte> bytes)
    {
        const int perLine = Line / 4 * 3;
        var text = new StringBuilder(bytes.Length * 4 / 3 + bytes.Length / 28 + 8);
        for (var i = 0; i < bytes.Length; i += perLine)
        {
            if (i > 0) text.Append("\r\n");
            text.Append(Convert.ToBase64String(bytes.Slice(i, Math.Min(perLine, bytes.Length - i))));
        }
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static byte[] QuotedPrintable(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length * 2);
        var column = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b == '\r' && i + 1 < bytes.Length && bytes[i + 1] == '\n')
            {
                text.Append("\r\n");
                (column, i) = (0, i + 1);
                continue;
            }
            var lineEnd = i + 1 == bytes.Length || bytes[i + 1] is (byte)'\r' or (byte)'\n';
            var literal = b is >= 0x21 and <= 0x7E and not (byte)'=' || (b is (byte)' ' or (byte)'\t' && !lineEnd);
            // A dot or F at the start of a line is what relays and mailboxes touch, a hyphen could look like a boundary.
            if (column == 0 && b is (byte)'.' or (byte)'F' or (byte)'-') literal = false;
            var written = literal ? ((char)b).ToString() : string.Create(CultureInfo.InvariantCulture, $"={b:X2}");
            if (column + written.Length > Line - 1)
            {
                text.Append("=\r\n");
                column = 0;
            }
            text.Append(written);
            column += written.Length;
        }
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
