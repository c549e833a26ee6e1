using System.Text;

namespace Sekisho.Verifying.Pdf;

/// <summary>A content stream of ours: one operator a line behind its operands, each from the list, strings in hexadecimal, of dictionaries only the text of a span.</summary>
internal static class ContentCheck
{
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "q", "Q", "cm", "w", "J", "j", "M", "d", "ri", "i", "gs", "m", "l", "c", "v", "y", "h", "re", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n", "W", "W*",
        "BT", "ET", "Tc", "Tw", "Tz", "TL", "Tf", "Tr", "Ts", "Td", "TD", "Tm", "T*", "Tj", "TJ", "'", "\"", "d0", "d1", "CS", "cs", "SC", "SCN", "sc", "scn",
        "G", "g", "RG", "rg", "K", "k", "sh", "Do", "BDC", "EMC",
    };

    internal static void Run(byte[] data, Action<string, string> bad)
    {
        int at = 0, open = 0, marks = 0;
        var spans = false;
        while (at < data.Length)
        {
            var c = data[at];
            if (c is 10 or 32) at++;
            else if (c == '/') at = Name(data, at + 1);
            else if (c is (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9')) at = Number(data, at, bad);
            else if (c is (byte)'[' or (byte)']') at++;
            else if (c == '<' && at + 1 < data.Length && data[at + 1] == '<') { at = Span(data, at, bad); spans = true; }
            else if (c == '<') at = Hex(data, at + 1, bad);
            else at = Operator(data, at, bad, ref open, ref marks, ref spans);
            if (at < 0) return;
        }
        if (open != 0 || marks != 0) bad("balance", "");
    }

    private static int Operator(byte[] data, int at, Action<string, string> bad, ref int open, ref int marks, ref bool span)
    {
        var end = at;
        while (end < data.Length && data[end] is not (10 or 32) && end - at < 8) end++;
        var word = Encoding.Latin1.GetString(data, at, end - at);
        if (!Allowed.Contains(word)) { bad("operator", word); return -1; }
        if (word is "q") open++;
        else if (word is "Q" && --open < 0) bad("balance", "Q");
        else if (word is "EMC" && --marks < 0) bad("balance", "EMC");
        else if (word is "BDC")
        {
            marks++;
            if (!span) bad("mark", "BDC");
            span = false;
        }
        return end;
    }

    private static int Name(byte[] data, int at)
    {
        while (at < data.Length && data[at] is not (10 or 32 or (byte)'/' or (byte)'<' or (byte)'[' or (byte)']')) at++;
        return at;
    }

    private static int Number(byte[] data, int at, Action<string, string> bad)
    {
        var from = at;
        while (at < data.Length && data[at] is (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9')) at++;
        if (at - from > 32) bad("number", "");
        return at;
    }

    private static int Hex(byte[] data, int at, Action<string, string> bad)
    {
        while (at < data.Length && char.IsAsciiHexDigitUpper((char)data[at])) at++;
        if (at < data.Length && data[at] == '>') return at + 1;
        bad("string", "");
        return -1;
    }

    private static int Span(byte[] data, int at, Action<string, string> bad)
    {
        var start = "<</ActualText <"u8;
        if (!data.AsSpan(at).StartsWith(start)) { bad("properties", ""); return -1; }
        var end = Hex(data, at + start.Length, bad);
        if (end < 0 || end + 1 >= data.Length || data[end] != '>' || data[end + 1] != '>') { bad("properties", ""); return -1; }
        return end + 2;
    }
}
