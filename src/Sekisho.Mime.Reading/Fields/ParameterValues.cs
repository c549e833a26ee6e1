using System.Globalization;
using System.Text;

namespace Sekisho.Mime.Reading.Fields;

/// <summary>Puts together the values of one parameter: plain, extended (name*) and continued (name*0, name*1*) forms of RFC 2231.</summary>
internal static class ParameterValues
{
    /// <summary>One value as some reader would see it: bytes, and the charset it names.</summary>
    internal readonly record struct Candidate(byte[] Bytes, string? Charset, bool IsExtended);

    /// <summary>Every form present, extended ones first; <paramref name="isOdd"/> when pieces are missing or given twice.</summary>
    internal static IReadOnlyList<Candidate> Of(StructuredField field, string name, out bool isOdd)
    {
        isOdd = false;
        var found = new List<Candidate>();
        var extended = field.Values(name + "*").ToList();
        found.AddRange(extended.Select(Extended));
        if (Continued(field, name, ref isOdd) is { } joined) found.Add(joined);
        var plain = field.Values(name).ToList();
        found.AddRange(plain.Select(v => new Candidate(Encoding.Latin1.GetBytes(v), null, false)));
        if (extended.Count > 1 || plain.Count > 1) isOdd = true;
        return found;
    }

    private static Candidate Extended(string value)
    {
        var (charset, rest) = SplitCharset(value);
        return new(Percent(rest), charset, true);
    }

    private static Candidate? Continued(StructuredField field, string name, ref bool isOdd)
    {
        var pieces = new SortedDictionary<int, (string Value, bool Encoded)>();
        foreach (var p in field.Parameters)
        {
            if (!p.Name.StartsWith(name + "*", StringComparison.Ordinal) || p.Name.Length == name.Length + 1) continue;
            var number = p.Name[(name.Length + 1)..];
            var encoded = number.EndsWith('*');
            if (!int.TryParse(encoded ? number[..^1] : number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || !pieces.TryAdd(n, (p.Value, encoded))) isOdd = true;
        }
        if (pieces.Count == 0) return null;
        if (pieces.Keys.Last() != pieces.Count - 1) isOdd = true;
        string? charset = null;
        using var bytes = new MemoryStream();
        foreach (var (n, (value, encoded)) in pieces)
        {
            var rest = value;
            if (n == 0 && encoded) (charset, rest) = SplitCharset(value);
            bytes.Write(encoded ? Percent(rest) : Encoding.Latin1.GetBytes(rest));
        }
        return new(bytes.ToArray(), charset, charset is not null);
    }

    private static (string? Charset, string Coded) SplitCharset(string value)
    {
        var first = value.IndexOf('\'', StringComparison.Ordinal);
        var second = first < 0 ? -1 : value.IndexOf('\'', first + 1);
        return second < 0 ? (null, value) : (value[..first], value[(second + 1)..]);
    }

    private static byte[] Percent(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes.Add(byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 2;
            }
            else bytes.Add((byte)text[i]);
        }
        return [.. bytes];
    }
}
