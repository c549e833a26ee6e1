using System.Text;
using Sekisho.Kernel.Workers;

namespace Sekisho.Sanitizing.Names;

/// <summary>Bytes of a name to text in the order of NM-02; no byte is lost silently.</summary>
internal static class NameDecoder
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false, true);
    private static readonly Encoding Cp932 = Strict(932), EucJp = Strict(51932), Jis = Strict(50221);

    /// <param name="raw">Name bytes.</param>
    /// <param name="declaredUtf8">The carrier says UTF-8 (ZIP flag 11).</param>
    /// <param name="number">Used in the substitute name of what cannot be read, from 1.</param>
    internal static string Decode(byte[] raw, bool declaredUtf8, int number, FindingLog log)
    {
        if (raw.AsSpan().IndexOfAnyExceptInRange((byte)0x20, (byte)0x7E) < 0) return Encoding.ASCII.GetString(raw);
        // ISO-2022-JP is valid ASCII: look for its escape first (MI-11).
        if (raw.AsSpan().IndexOf((byte)0x1B) < 0 && Try(Utf8, raw) is { } utf8) return utf8;
        var (text, from) = Guess(raw);
        if (text is null)
        {
            log.Add("NM-02", FindingAction.Rewritten, Convert.ToHexStringLower(raw.AsSpan(0, Math.Min(raw.Length, 64))));
            return "不明な名前_" + Show.Number(number);
        }
        log.Add(declaredUtf8 ? "NM-02" : "NM-01", FindingAction.Rewritten, text, 1, ("from", from));
        return text;
    }

    private static (string? Text, string From) Guess(byte[] raw)
    {
        if (raw.AsSpan().IndexOf((byte)0x1B) >= 0 && Try(Jis, raw) is { } jis && !jis.Contains('\x1B', StringComparison.Ordinal)) return (jis, "ISO-2022-JP");
        var sjis = Try(Cp932, raw);
        var euc = Try(EucJp, raw);
        if (sjis is not null && euc is not null) return Score(euc) > Score(sjis) ? (euc, "EUC-JP") : (sjis, "CP932");
        return sjis is not null ? (sjis, "CP932") : (euc, "EUC-JP");
    }

    /// <summary>Kana and common ideographs speak for a reading, half-width kana and private characters against it; ties go to CP932.</summary>
    private static int Score(string text)
    {
        var score = 0;
        foreach (var c in text)
            score += c switch
            {
                >= '\u3041' and <= '\u30FC' => 2,
                >= '\u4E00' and <= '\u9FFF' => 1,
                >= '\uFF61' and <= '\uFF9F' => -2,
                >= '\uE000' and <= '\uF8FF' => -4,
                _ => 0,
            };
        return score;
    }

    private static string? Try(Encoding encoding, byte[] raw)
    {
        try
        {
            var text = encoding.GetString(raw);
            // 0x80 and 0xFD-0xFF are no characters of the code page; .NET gives them private ones.
            return text.Any(c => c is '\u0080' or >= '\uF8F0' and <= '\uF8F3') ? null : text;
        }
        catch (DecoderFallbackException) { return null; }
    }

    private static Encoding Strict(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new InvalidOperationException("The Japanese code pages are not available.");
}
