using Sekisho.Kernel;

namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>LZW with codes of 9 to 12 bits (ISO 32000 §7.4.4).</summary>
internal static class Lzw
{
    private const int Clear = 256, End = 257;

    internal static byte[] Decode(ReadOnlySpan<byte> data, bool early, long limit, string place)
    {
        var output = new MemoryStream();
        var prefix = new short[4_096];
        var last = new byte[4_096];
        var length = new int[4_096];
        int next = 258, width = 9, previous = -1, bits = 0, have = 0;
        var stack = new byte[4_096];
        foreach (var b in data)
        {
            bits = ((bits << 8) | b) & 0xFFFFFF;
            have += 8;
            if (have < width) continue;
            have -= width;
            var code = (bits >> have) & ((1 << width) - 1);
            if (code == End) break;
            if (code == Clear) { (next, width, previous) = (258, 9, -1); continue; }
            if (code > next || (code == next && previous < 0)) break;
            var size = Spell(code == next ? previous : code, prefix, last, length, stack);
            var first = stack[0];
            if (code == next) stack[size++] = first;
            output.Write(stack, 0, size);
            if (output.Length > limit) throw new FileStop("LM-02", Outcome.Blocked, place);
            if (previous >= 0 && next < 4_096)
            {
                (prefix[next], last[next], length[next]) = ((short)previous, first, (previous < 256 ? 1 : length[previous]) + 1);
                next++;
            }
            previous = code;
            var reach = next + (early ? 1 : 0);
            width = reach >= 2_048 ? 12 : reach >= 1_024 ? 11 : reach >= 512 ? 10 : 9;
        }
        return output.ToArray();
    }

    private static int Spell(int code, short[] prefix, byte[] last, int[] length, byte[] stack)
    {
        if (code < 256) { stack[0] = (byte)code; return 1; }
        var size = Math.Min(length[code], 4_095);
        for (var i = size - 1; i >= 0; i--)
        {
            if (code < 256) { stack[i] = (byte)code; break; }
            stack[i] = last[code];
            code = prefix[code];
        }
        return size;
    }
}
