namespace Sekisho.Sanitizing.Images;

/// <summary>A Huffman table of ITU-T T.81 annex C, to read and to write.</summary>
internal sealed class JpegHuffman
{
    private readonly int[] least = new int[18], most = new int[18], first = new int[18];
    private readonly short[] fast = new short[512];

    internal byte[] Counts { get; }
    internal byte[] Values { get; }
    internal ushort[] Codes { get; } = new ushort[256];
    internal byte[] Sizes { get; } = new byte[256];

    internal JpegHuffman(byte[] counts, byte[] values)
    {
        (Counts, Values) = (counts, values);
        int code = 0, at = 0;
        for (var size = 1; size <= 16; size++)
        {
            (least[size], first[size]) = (code, at);
            for (var i = 0; i < counts[size - 1]; i++, at++, code++)
            {
                if (code >= 1 << size) throw new JpegFault();
                (Codes[values[at]], Sizes[values[at]]) = ((ushort)code, (byte)size);
                if (size > 9) continue;
                for (var low = 0; low < 1 << (9 - size); low++) fast[(code << (9 - size)) | low] = (short)((size << 8) | values[at]);
            }
            most[size] = counts[size - 1] == 0 ? -1 : code - 1;
            code <<= 1;
        }
    }

    internal int Decode(JpegBits bits)
    {
        var hit = fast[bits.Peek9()];
        if (hit != 0)
        {
            bits.Drop(hit >> 8);
            return hit & 255;
        }
        var code = 0;
        for (var size = 1; size <= 16; size++)
        {
            code = (code << 1) | bits.Take(1);
            if (most[size] >= 0 && code <= most[size] && code >= least[size]) return Values[first[size] + code - least[size]];
        }
        throw new JpegFault();
    }

    /// <summary>The best table for these frequencies with codes of at most 16 bits (annex K.2).</summary>
    internal static JpegHuffman For(long[] frequencies)
    {
        var f = new long[257];
        frequencies.CopyTo(f, 0);
        f[256] = 1;
        int[] size = new int[257], next = new int[257];
        Array.Fill(next, -1);
        while (true)
        {
            int a = -1, b = -1;
            for (var i = 0; i <= 256; i++)
            {
                if (f[i] == 0) continue;
                if (a < 0 || f[i] <= f[a]) (a, b) = (i, a);
                else if (b < 0 || f[i] <= f[b]) b = i;
            }
            if (b < 0) break;
            f[a] += f[b];
            f[b] = 0;
            for (size[a]++; next[a] >= 0; size[a]++) a = next[a];
            next[a] = b;
            for (size[b]++; next[b] >= 0; size[b]++) b = next[b];
        }
        return Limited(size);
    }

    private static JpegHuffman Limited(int[] size)
    {
        var counts = new int[64];
        foreach (var s in size) if (s > 0) counts[Math.Min(s, 63)]++;
        for (var i = 63; i > 16; i--)
            while (counts[i] > 0)
            {
                var j = i - 2;
                while (counts[j] == 0) j--;
                counts[i] -= 2;
                counts[i - 1]++;
                counts[j + 1] += 2;
                counts[j]--;
            }
        var last = 16;
        while (last > 0 && counts[last] == 0) last--;
        if (last > 0) counts[last]--;
        var values = Enumerable.Range(0, 256).Where(v => size[v] > 0).OrderBy(v => size[v]).ThenBy(v => v).Select(v => (byte)v).ToArray();
        return new([.. counts.Skip(1).Take(16).Select(c => (byte)c)], values);
    }
}
