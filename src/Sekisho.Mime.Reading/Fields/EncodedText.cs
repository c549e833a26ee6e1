using System.Globalization;
using System.Text;
using Sekisho.Mime.Charsets;

namespace Sekisho.Mime.Reading.Fields;

/// <summary>
/// Header text to readable text: RFC 2047 words also where they must not stand (in quotes, without a blank between), raw 8-bit and raw
/// ISO-2022-JP between them. Neighbouring words of one charset are joined as bytes first: the wild cuts them inside a character (MI-12).
/// </summary>
public static class EncodedText
{
    /// <param name="latin1">A field's raw value.</param>
    public static string Decode(string latin1)
    {
        var text = new StringBuilder(latin1.Length);
        var pending = new List<byte>();
        string? charset = null;
        var at = 0;
        while (at < latin1.Length)
        {
            var start = latin1.IndexOf("=?", at, StringComparison.Ordinal);
            var word = start < 0 ? null : Word.At(latin1, start);
            if (start >= 0 && word is null)
            {
                Flush(text, pending, ref charset);
                text.Append(Raw(latin1[at..(start + 2)]));
                at = start + 2;
                continue;
            }
            var between = latin1[at..(start < 0 ? latin1.Length : start)];
            if (word is null || between.Trim(' ', '\t').Length > 0 || charset is null)
            {
                Flush(text, pending, ref charset);
                text.Append(Raw(between));
            }
            if (word is null) return text.ToString();
            if (charset is not null && !string.Equals(charset, word.Charset, StringComparison.OrdinalIgnoreCase)) Flush(text, pending, ref charset);
            charset = word.Charset;
            pending.AddRange(word.Bytes);
            at = start + word.Length;
        }
        Flush(text, pending, ref charset);
        return text.ToString();
    }

    /// <summary>Bytes of a name that may itself be an encoded word.</summary>
    internal static string DecodeBytes(byte[] bytes, string? charset) =>
        charset is not null ? CharsetDecoder.Decode(bytes, charset).Text : Decode(Encoding.Latin1.GetString(bytes));

    private static string Raw(string latin1) => latin1.Length == 0 ? "" : CharsetDecoder.Decode(Encoding.Latin1.GetBytes(latin1), null).Text;

    private static void Flush(StringBuilder text, List<byte> pending, ref string? charset)
    {
        if (charset is not null) text.Append(CharsetDecoder.Decode([.. pending], charset).Text);
        pending.Clear();
        charset = null;
    }

    private sealed record Word(string Charset, byte[] Bytes, int Length)
    {
        internal static Word? At(string text, int start)
        {
            var q1 = text.IndexOf('?', start + 2);
            if (q1 < 0 || q1 + 2 >= text.Length || text[q1 + 2] != '?' || q1 == start + 2 || q1 - start > 60) return null;
            var end = text.IndexOf("?=", q1 + 3, StringComparison.Ordinal);
            if (end < 0) return null;
            var charset = text[(start + 2)..q1].Split('*')[0]; // language suffix of RFC 2231
            var coded = text[(q1 + 3)..end];
            byte[]? bytes = text[q1 + 1] switch
            {
                'b' or 'B' => Base64(coded),
                'q' or 'Q' => Quoted(coded),
                _ => null,
            };
            return bytes is null ? null : new(charset, bytes, end + 2 - start);
        }

        private static byte[] Base64(string coded) => Transfer.Base64Reader.Read(Encoding.Latin1.GetBytes(coded), out _);

        private static byte[] Quoted(string coded)
        {
            var bytes = new List<byte>(coded.Length);
            for (var i = 0; i < coded.Length; i++)
            {
                if (coded[i] == '=' && i + 2 < coded.Length && char.IsAsciiHexDigit(coded[i + 1]) && char.IsAsciiHexDigit(coded[i + 2]))
                {
                    bytes.Add(byte.Parse(coded.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                    i += 2;
                }
                else bytes.Add(coded[i] == '_' ? (byte)' ' : (byte)coded[i]);
            }
            return [.. bytes];
        }
    }
}
