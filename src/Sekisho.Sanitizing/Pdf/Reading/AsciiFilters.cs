using Sekisho.Kernel;

namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>ASCIIHex, ASCII85 and RunLength (ISO 32000 §7.4.2, §7.4.3, §7.4.5).</summary>
internal static class AsciiFilters
{
    internal static byte[] Hex(ReadOnlySpan<byte> data)
    {
        var output = new MemoryStream();
        var high = -1;
        foreach (var c in data)
        {
            if (c == '>') break;
            var digit = c switch { >= (byte)'0' and <= (byte)'9' => c - '0', >= (byte)'a' and <= (byte)'f' => c - 'a' + 10, >= (byte)'A' and <= (byte)'F' => c - 'A' + 10, _ => -1 };
            if (digit < 0) continue;
            if (high < 0) high = digit;
            else { output.WriteByte((byte)((high << 4) | digit)); high = -1; }
        }
        if (high >= 0) output.WriteByte((byte)(high << 4));
        return output.ToArray();
    }

    internal static byte[] Ascii85(ReadOnlySpan<byte> data)
    {
        var output = new MemoryStream();
        ulong word = 0;
        var n = 0;
        if (data.StartsWith("<~"u8)) data = data[2..];
        foreach (var c in data)
        {
            if (c == '~') break;
            if (c == 'z' && n == 0) { output.Write([0, 0, 0, 0]); continue; }
            if (c is < (byte)'!' or > (byte)'u') continue;
            word = (word * 85) + (ulong)(c - '!');
            if (++n < 5) continue;
            Put(output, word, 4);
            (word, n) = (0, 0);
        }
        if (n > 1)
        {
            for (var i = n; i < 5; i++) word = (word * 85) + 84;
            Put(output, word, n - 1);
        }
        return output.ToArray();
    }

    private static void Put(MemoryStream output, ulong word, int bytes)
    {
        for (var i = 0; i < bytes; i++) output.WriteByte((byte)((word >> (24 - (8 * i))) & 255));
    }

    internal static byte[] RunLength(ReadOnlySpan<byte> data, long limit, string place)
    {
        var output = new MemoryStream();
        for (var at = 0; at < data.Length && data[at] != 128;)
        {
            if (output.Length > limit) throw new FileStop("LM-02", Outcome.Blocked, place);
            int n = data[at++];
            if (n < 128)
            {
                var count = Math.Min(n + 1, data.Length - at);
                output.Write(data.Slice(at, count));
                at += count;
            }
            else if (at < data.Length)
            {
                for (var i = 0; i < 257 - n; i++) output.WriteByte(data[at]);
                at++;
            }
        }
        return output.ToArray();
    }
}
