using System.Buffers;
using System.Globalization;
using System.Text;
using Sekisho.Kernel;

namespace Sekisho.Platform.Ledger;

/// <summary>
/// The one written form of a value in the ledger (rule T5): UTF-8 JSON without spaces, keys in ordinal order, strings and integers and lists
/// and objects of them only. A character JSON or PostgreSQL cannot carry (a lone surrogate, NUL) becomes U+FFFD, so hostile text never stops a command.
/// </summary>
internal static class CanonicalJson
{
    public static byte[] Write(IReadOnlyDictionary<string, object> value)
    {
        var text = new StringBuilder(256);
        Object(text, value);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Object(StringBuilder b, IEnumerable<KeyValuePair<string, object>> members)
    {
        b.Append('{');
        var first = true;
        foreach (var (key, value) in members.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            if (!first) b.Append(',');
            first = false;
            String(b, key);
            b.Append(':');
            Value(b, value);
        }
        b.Append('}');
    }

    private static void Value(StringBuilder b, object value)
    {
        switch (value)
        {
            case string s: String(b, s); break;
            case long or int or short or byte: b.Append(Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)); break;
            case bool flag: b.Append(flag ? '1' : '0'); break;
            case Guid id: String(b, id.ToString()); break;
            case Digest d: String(b, d.Hex); break;
            case DateOnly day: String(b, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case DateTimeOffset at: String(b, Instant.Text(at)); break;
            case IReadOnlyDictionary<string, object> map: Object(b, map); break;
            case IEnumerable<string> list: List(b, list); break;
            default: throw new InvalidOperationException($"A ledger payload cannot hold {value.GetType().Name}: strings, integers, dates and lists of strings only.");
        }
    }

    private static void List(StringBuilder b, IEnumerable<string> items)
    {
        b.Append('[');
        var first = true;
        foreach (var item in items)
        {
            if (!first) b.Append(',');
            first = false;
            String(b, item);
        }
        b.Append(']');
    }

    private static void String(StringBuilder b, string text)
    {
        b.Append('"');
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var status = Rune.DecodeFromUtf16(rest, out var rune, out var used);
            rest = rest[used..];
            if (status != OperationStatus.Done || rune.Value == 0) b.Append('\uFFFD');
            else if (rune.Value is '"' or '\\') b.Append('\\').Append((char)rune.Value);
            else if (rune.Value < 0x20) b.Append("\\u").Append(rune.Value.ToString("x4", CultureInfo.InvariantCulture));
            else b.Append(rune.ToString());
        }
        b.Append('"');
    }
}
