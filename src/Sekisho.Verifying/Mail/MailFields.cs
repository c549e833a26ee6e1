using System.Text;

namespace Sekisho.Verifying.Mail;

/// <summary>Header fields, parameters and transfer encodings in the one form our writer uses.</summary>
internal static class MailFields
{
    internal static (List<(string Name, string Value)> Fields, int Body) Read(string text, int at, string place)
    {
        var fields = new List<(string Name, string Value)>();
        while (true)
        {
            var end = text.IndexOf("\r\n", at, StringComparison.Ordinal);
            if (end < 0) throw new Refused(place + ":header");
            if (end == at) return (fields, at + 2);
            var line = text[at..end];
            if (line[0] is ' ' or '\t')
            {
                if (fields.Count == 0 || line.Trim().Length == 0) throw new Refused(place + ":folding");
                fields[^1] = (fields[^1].Name, fields[^1].Value + " " + line.Trim());
            }
            else
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                if (colon < 1 || line.AsSpan(0, colon).IndexOf(' ') >= 0) throw new Refused(place + ":field");
                fields.Add((line[..colon], line[(colon + 1)..].Trim()));
            }
            at = end + 2;
        }
    }

    internal static string Get(List<(string Name, string Value)> fields, string name)
    {
        foreach (var (key, value) in fields)
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase)) return value;
        return "";
    }

    /// <summary>name="plain" or name*=UTF-8''… or name*0*=UTF-8''… in order; "" when absent.</summary>
    internal static string Parameter(string value, string name)
    {
        var pieces = value.Split("; ").Skip(1).Select(p => p.Trim().TrimEnd(';')).ToList();
        var plain = pieces.FirstOrDefault(p => p.StartsWith(name + "=", StringComparison.Ordinal));
        if (plain is not null) return plain[(name.Length + 1)..].Trim('"');
        var encoded = string.Concat(pieces.Where(p => p.StartsWith(name + "*", StringComparison.Ordinal)).Select(p => p[(p.IndexOf('=', StringComparison.Ordinal) + 1)..]));
        return encoded.StartsWith("UTF-8''", StringComparison.Ordinal) ? Uri.UnescapeDataString(encoded[7..]) : "";
    }

    internal static byte[] Decode(string body, string encoding, string place) => encoding switch
    {
        "base64" => Convert.FromBase64String(body),
        "7bit" => Encoding.Latin1.GetBytes(body),
        "quoted-printable" => QuotedPrintable(body, place),
        _ => throw new Refused(place + ":encoding"),
    };

    private static byte[] QuotedPrintable(string body, string place)
    {
        var bytes = new List<byte>(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '=') { bytes.Add((byte)body[i]); continue; }
            if (i + 2 >= body.Length) throw new Refused(place + ":quoted-printable");
            if (body[i + 1] != '\r') bytes.Add(Convert.FromHexString(body.AsSpan(i + 1, 2))[0]);
            i += 2;
        }
        return [.. bytes];
    }
}
