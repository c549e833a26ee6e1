using System.Text;

namespace Sekisho.Mime.Charsets;

/// <summary>
/// Bytes to text by the order of matrix NM-02: a byte order mark, the declared set if it fits strictly, UTF-8 strictly, ISO-2022-JP when an
/// escape is there, then code page 932 against EUC-JP by validity and score (ties: 932). UTF-7, HZ and ISO-2022-KR/CN are never chosen.
/// </summary>
public static class CharsetDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (FromMark(bytes) is { } marked) return marked;
        var canonical = CharsetLabels.Canonical(declared);
        // A mail without a charset, or called ASCII, may be ISO-2022-JP: its bytes are valid ASCII, so the escape is looked for first.
        var plain = canonical is null or CharsetLabels.Ascii;
        if (!plain && Strictly(bytes, canonical!) is { } asDeclared) return new(asDeclared, canonical!, 0, false);
        var wrong = declared is not null && (canonical is null || canonical != CharsetLabels.Ascii || !IsAscii(bytes));
        if (HasEscape(bytes) && Strictly(bytes, CharsetLabels.Iso2022Jp) is { } jis) return new(jis, CharsetLabels.Iso2022Jp, 0, true);
        if (IsAscii(bytes)) return new(Encoding.Latin1.GetString(bytes), CharsetLabels.Ascii, 0, wrong);
        if (Strictly(bytes, CharsetLabels.Utf8) is { } utf8) return new(utf8, CharsetLabels.Utf8, 0, true);
        return BestGuess(bytes, canonical);
    }

    /// <summary>The text when every byte is a character of the set, else null.</summary>
    public static string? Strictly(ReadOnlySpan<byte> bytes, string canonical)
    {
        switch (canonical)
        {
            case CharsetLabels.Utf8: return WithFramework(StrictUtf8, bytes);
            case CharsetLabels.Ascii: return IsAscii(bytes) ? Encoding.Latin1.GetString(bytes) : null;
            case CharsetLabels.Cp932 or CharsetLabels.EucJp or CharsetLabels.Iso2022Jp:
                var (text, bad) = Japanese(bytes, canonical);
                return bad == 0 ? text : null;
            default: return CharsetLabels.Foreign(canonical) is { } foreign ? WithFramework(foreign, bytes) : null;
        }
    }

    private static (string Text, int Malformed) Japanese(ReadOnlySpan<byte> bytes, string canonical) => canonical switch
    {
        CharsetLabels.Cp932 => JapaneseDecoders.Cp932(bytes),
        CharsetLabels.EucJp => JapaneseDecoders.EucJp(bytes),
        _ => JapaneseDecoders.Iso2022Jp(bytes),
    };

    private static DecodedText? FromMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return WithFramework(StrictUtf8, bytes[3..]) is { } text ? new(text, CharsetLabels.Utf8, 0, false) : null;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return Marked(new UTF32Encoding(false, true, true), bytes[4..], "utf-32");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Marked(new UnicodeEncoding(false, true, true), bytes[2..], "utf-16le");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Marked(new UnicodeEncoding(true, true, true), bytes[2..], "utf-16be");
        return null;
    }

    private static DecodedText? Marked(Encoding encoding, ReadOnlySpan<byte> rest, string name) =>
        WithFramework(encoding, rest) is { } text ? new(text, name, 0, false) : null;

    private static DecodedText BestGuess(ReadOnlySpan<byte> bytes, string? declared)
    {
        var cp932 = JapaneseDecoders.Cp932(bytes);
        var euc = JapaneseDecoders.EucJp(bytes);
        var utf8 = Encoding.UTF8.GetString(bytes);
        var utf8Bad = utf8.Count(c => c == '\uFFFD');
        var best = (cp932.Text, Name: CharsetLabels.Cp932, Bad: cp932.Malformed);
        if (euc.Malformed < best.Bad || (euc.Malformed == best.Bad && Score(euc.Text) > Score(best.Text))) best = (euc.Text, CharsetLabels.EucJp, euc.Malformed);
        if (utf8Bad < best.Bad || (declared == CharsetLabels.Utf8 && best.Bad > 0)) best = (utf8, CharsetLabels.Utf8, Math.Max(1, utf8Bad));
        if (declared == CharsetLabels.Iso2022Jp && HasEscape(bytes) && JapaneseDecoders.Iso2022Jp(bytes) is var jis && (jis.Malformed <= best.Bad || best.Bad == 0))
            best = (jis.Text, CharsetLabels.Iso2022Jp, jis.Malformed);
        return new(best.Text, best.Name, best.Bad, true);
    }

    // Japanese text is mostly kana and common kanji; half-width kana and private characters are what the wrong set produces.
    private static int Score(string text)
    {
        var score = 0;
        foreach (var c in text)
        {
            score += c switch
            {
                >= '\u3041' and <= '\u3093' => 3,
                >= '\u30A1' and <= '\u30FC' => 2,
                >= '\u4E00' and <= '\u9FFF' => 1,
                >= '\uFF61' and <= '\uFF9F' => -2,
                >= '\uE000' and <= '\uF8FF' => -5,
                _ => 0,
            };
        }
        return score;
    }

    private static string? WithFramework(Encoding strict, ReadOnlySpan<byte> bytes)
    {
        try { return strict.GetString(bytes); }
        catch (DecoderFallbackException) { return null; } // not a text of this set: the caller tries the next
    }

    private static bool IsAscii(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyExceptInRange((byte)0, (byte)0x7F);
    private static bool HasEscape(ReadOnlySpan<byte> bytes) => bytes.IndexOf("\e$"u8) >= 0 || bytes.IndexOf("\e("u8) >= 0;
}
