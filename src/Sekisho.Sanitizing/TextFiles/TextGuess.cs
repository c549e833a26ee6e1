using System.Text;
using System.Text.RegularExpressions;
using Sekisho.Mime.Charsets;

namespace Sekisho.Sanitizing.TextFiles;

/// <summary>A file read strictly as text: what it says, which encoding that was, and whether a byte order mark stood before it.</summary>
/// <param name="Text">Without the mark.</param>
/// <param name="Encoding">Throws on anything it cannot encode.</param>
/// <param name="Label">UTF-8, UTF-16LE, UTF-16BE, ISO-2022-JP, CP932, EUC-JP or ASCII; in small letters a set that was declared and is not written.</param>
internal sealed partial record TextGuess(string Text, Encoding Encoding, string Label, bool HasMark)
{
    private static readonly UTF8Encoding Utf8 = new(false, true);

    /// <summary>Null when no encoding of TX-01 reads the whole file with only the control characters a text has (TX-04: ESC inside ISO-2022 only).</summary>
    internal static TextGuess? Read(byte[] b)
    {
        if (b is [0xEF, 0xBB, 0xBF, ..]) return Try(b, 3, Utf8, "UTF-8");
        if (b is [0xFF, 0xFE, 0, 0, ..]) return null;
        if (b is [0xFF, 0xFE, ..]) return Try(b, 2, new UnicodeEncoding(false, false, true), "UTF-16LE");
        if (b is [0xFE, 0xFF, ..]) return Try(b, 2, new UnicodeEncoding(true, false, true), "UTF-16BE");
        if (b.AsSpan().IndexOf((byte)0) >= 0) return null;
        if (b.AsSpan().IndexOf((byte)0x1B) >= 0) return Try(b, 0, Japanese(50221), "ISO-2022-JP");
        if (Ascii.IsValid(b)) return Try(b, 0, Encoding.ASCII, "ASCII");
        if (Try(b, 0, Utf8, "UTF-8") is { } utf8) return utf8;
        if (Declared(b) is { } declared) return declared;
        var sjis = Try(b, 0, Japanese(932), "CP932");
        var euc = Try(b, 0, Japanese(51932), "EUC-JP");
        if (sjis is null || euc is null) return sjis ?? euc;
        return Score(euc.Text) > Score(sjis.Text) ? euc : sjis;
    }

    /// <summary>TX-01: a page or an XML file that names a set nobody guesses (windows-1252, GB 18030 …) and reads strictly in it. It is written as UTF-8 with a mark.</summary>
    private static TextGuess? Declared(byte[] b)
    {
        var head = Encoding.Latin1.GetString(b, 0, Math.Min(b.Length, 4_096));
        if (!head.AsSpan().TrimStart(" \t\r\n").StartsWith("<") || Naming().Match(head) is not { Success: true } said) return null;
        var label = CharsetLabels.Canonical(said.Groups[1].Value);
        if (label is null or CharsetLabels.Utf8 or CharsetLabels.Ascii or CharsetLabels.Cp932 or CharsetLabels.EucJp or CharsetLabels.Iso2022Jp || label.StartsWith("utf-", StringComparison.Ordinal)) return null;
        // Browsers read what calls itself ISO-8859-1 as windows-1252 (WHATWG Encoding, 4.2).
        var text = (label is "iso-8859-1" ? CharsetDecoder.Strictly(b, "windows-1252") : null) ?? CharsetDecoder.Strictly(b, label);
        return text is not null && IsClean(text) ? new(text, Utf8, label, true) : null;
    }

    /// <summary>Read in a set that is not written.</summary>
    internal bool IsForeign => Label.Any(char.IsAsciiLetterLower);

    [GeneratedRegex("(?:<meta[^>]{0,200}charset\\s{0,9}=\\s{0,9}[\"']?|<\\?xml[^>]{0,100}encoding\\s{0,9}=\\s{0,9}[\"'])([A-Za-z0-9_.:-]{1,40})", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Naming();

    /// <summary>TX-02: the encoding with the fewest unreadable places, at most one in a hundred; null for a file that is no text.</summary>
    internal static TextGuess? Tolerant(byte[] b)
    {
        if (b.AsSpan().IndexOf((byte)0) >= 0) return null;
        var best = new[] { (Text: Loose(b, 65001), Label: "UTF-8"), (Text: Loose(b, 932), Label: "CP932"), (Text: Loose(b, 51932), Label: "EUC-JP") }.MinBy(t => Bad(t.Text));
        return Bad(best.Text) * 100L > best.Text.Length ? null : new(best.Text, Utf8, best.Label, false);
    }

    private static int Bad(string text) =>
        text.Count(c => c is '\uFFFD' or '\u0080' or >= '\uF8F0' and <= '\uF8F3' || c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\x1A'));

    private static string Loose(byte[] b, int codePage) =>
        (codePage == 65001 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"))!).GetString(b);

    private static TextGuess? Try(byte[] b, int skip, Encoding encoding, string label)
    {
        try
        {
            var text = encoding.GetString(b, skip, b.Length - skip);
            // The code page gives single bytes no one uses a private meaning; a text that has them is in another encoding or damaged.
            if (label is "CP932" && text.AsSpan().IndexOfAnyInRange('\uF8F0', '\uF8F3') >= 0) return null;
            return IsClean(text) ? new(text, encoding, label, skip > 0) : null;
        }
        catch (DecoderFallbackException) { return null; }
    }

    private static bool IsClean(string text)
    {
        foreach (var c in text)
            if (c is '\u0080' || c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\x1A')) return false;
        return true;
    }

    private static int Score(string text)
    {
        var score = 0;
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, 65_536)))
            score += c is >= '\u3041' and <= '\u30FC' ? 2 : c is >= '\u4E00' and <= '\u9FFF' ? 1 : c is >= '\uFF61' and <= '\uFF9F' ? -2 : c is >= '\uE000' and <= '\uF8FF' ? -4 : 0;
        return score;
    }

    private static Encoding Japanese(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new InvalidOperationException("The Japanese code pages are not available.");
}
