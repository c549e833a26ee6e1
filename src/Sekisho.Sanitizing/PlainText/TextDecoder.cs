using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Mime.Charsets;

namespace Sekisho.Sanitizing.PlainText;

/// <summary>
/// A text file of unknown encoding: UTF-8 and UTF-16 with or without mark, ISO-2022-JP, code page 932, EUC-JP. Every byte must be a character;
/// nothing is replaced or dropped. Refused with one of <see cref="TextRefusals"/>.
/// </summary>
public static class TextDecoder
{
    private const int Sample = 4096;

    public static Result<DecodedText> Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > TextRefusals.LargestFile) return TextRefusals.TooLarge;
        if (bytes.IsEmpty) return TextRefusals.Empty;
        var found = WithoutMark(bytes) ?? CharsetDecoder.Decode(bytes, declared: null);
        if (found.Text.Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\u001A'))) return TextRefusals.Binary;
        if (found.Malformed > 0 || LooksWrong(found.Text)) return TextRefusals.UnknownEncoding;
        var text = found.Text.TrimEnd('\u001A'); // end-of-file mark of old editors
        return string.IsNullOrWhiteSpace(text) ? TextRefusals.Empty : found with { Text = text };
    }

    /// <summary>UTF-16 without a mark: in Japanese text every second byte is one of few (0x00 for ASCII, 0x30 for kana and punctuation).</summary>
    private static DecodedText? WithoutMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0 || bytes[0] >= 0xFE) return null;
        var (even, odd) = (0, 0);
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            if (sample[i] is 0 or 0x30) even++;
            if (sample[i + 1] is 0 or 0x30) odd++;
        }
        var bigEndian = even > odd;
        var units = sample.Length / 2;
        if (Math.Max(even, odd) < units * 0.3 || Math.Min(even, odd) > units * 0.1 || sample.IndexOf((byte)0) < 0) return null;
        try
        {
            return new DecodedText(new UnicodeEncoding(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes), bigEndian ? "utf-16be" : "utf-16le", 0, Guessed: true);
        }
        catch (DecoderFallbackException) { return null; } // not UTF-16 after all: the other encodings are tried
    }

    /// <summary>Half-width kana and private characters in numbers are what the wrong Japanese encoding makes of a text.</summary>
    private static bool LooksWrong(string text)
    {
        var (suspect, wide) = (0, 0);
        foreach (var c in text)
        {
            if (c is >= '｡' and <= 'ﾟ' or >= '\uE000' and <= '\uF8FF') suspect++;
            else if (c > '\u00FF') wide++;
        }
        return suspect > 8 && suspect > wide;
    }
}
