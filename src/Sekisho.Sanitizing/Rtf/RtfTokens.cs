using System.Text;
using Sekisho.Kernel;

namespace Sekisho.Sanitizing.Rtf;

/// <summary>Cuts an RTF file into tokens by its grammar (RTF 1.9.1), strictly: numbers of at most ten digits, binary data inside the file (RT-05).</summary>
internal sealed class RtfTokens(byte[] b, string place)
{
    private const int MaxWord = 32;
    private int at;

    /// <summary>Null at the end.</summary>
    internal RtfToken? Next()
    {
        if (at >= b.Length) return null;
        var start = at++;
        return b[start] switch
        {
            (byte)'{' => new(RtfTokenKind.Open, "", null, start, at),
            (byte)'}' => new(RtfTokenKind.Close, "", null, start, at),
            (byte)'\\' => Control(start),
            _ => Text(start),
        };
    }

    private RtfToken Text(int start)
    {
        while (at < b.Length && b[at] is not ((byte)'{' or (byte)'}' or (byte)'\\')) at++;
        return new(RtfTokenKind.Text, "", null, start, at);
    }

    private RtfToken Control(int start)
    {
        if (at >= b.Length) throw Broken();
        if (b[at] == '\'')
        {
            if (at + 3 > b.Length || !char.IsAsciiHexDigit((char)b[at + 1]) || !char.IsAsciiHexDigit((char)b[at + 2])) throw Broken();
            at += 3;
            return new(RtfTokenKind.Hex, "", null, start, at);
        }
        if (!char.IsAsciiLetter((char)b[at])) return new(RtfTokenKind.Symbol, ((char)b[at++]).ToString(), null, start, at);
        var from = at;
        while (at < b.Length && char.IsAsciiLetter((char)b[at])) at++;
        if (at - from > MaxWord) throw Broken();
        var word = Encoding.ASCII.GetString(b, from, at - from).ToLowerInvariant();
        var number = Number();
        if (at < b.Length && b[at] == ' ') at++;
        return word is "bin" ? Binary(start, number ?? 0) : new(RtfTokenKind.Word, word, number, start, at);
    }

    private int? Number()
    {
        var from = at;
        if (at < b.Length && b[at] == '-') at++;
        var digits = at;
        while (at < b.Length && char.IsAsciiDigit((char)b[at])) at++;
        if (at == digits)
        {
            at = from;
            return null;
        }
        return int.TryParse(b.AsSpan(from, at - from), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : throw Broken();
    }

    private RtfToken Binary(int start, int length)
    {
        if (length < 0 || length > b.Length - at) throw Broken();
        at += length;
        return new(RtfTokenKind.Binary, "bin", length, start, at);
    }

    private FileStop Broken() => new("RT-05", Outcome.Blocked, place);
}
