namespace Sekisho.Sanitizing.Images;

/// <summary>Bits of a JPEG scan, stuffed zeros taken out; behind a marker or the end come zeros.</summary>
internal sealed class JpegBits(byte[] b, int at)
{
    private ulong buffer;
    private int have, missing;

    internal int At { get; private set; } = at;
    /// <summary>True once zeros were made up: what is decoded now shows nothing.</summary>
    internal bool IsPast => missing > 64;

    internal int Peek9()
    {
        Fill();
        return (int)((buffer >> (have - 9)) & 511);
    }

    internal void Drop(int n)
    {
        have -= n;
    }

    internal int Take(int n)
    {
        if (n == 0) return 0;
        Fill();
        have -= n;
        return (int)((buffer >> have) & ((1UL << n) - 1));
    }

    /// <summary>A signed value of n bits (annex F.2.2.1).</summary>
    internal int Signed(int n)
    {
        if (n == 0) return 0;
        var value = Take(n);
        return value < 1 << (n - 1) ? value - (1 << n) + 1 : value;
    }

    /// <summary>To the byte behind the scan's data or the next restart marker, which is skipped.</summary>
    internal void Restart()
    {
        (buffer, have, missing) = (0, 0, 0);
        for (; At + 1 < b.Length; At++)
        {
            if (b[At] != 0xFF || b[At + 1] is 0 or 0xFF) continue;
            if (b[At + 1] is >= 0xD0 and <= 0xD7) At += 2;
            return;
        }
    }

    private void Fill()
    {
        while (have <= 48)
        {
            int next;
            if (At >= b.Length || (b[At] == 0xFF && (At + 1 >= b.Length || b[At + 1] != 0)))
            {
                next = 0;
                missing += 8;
            }
            else
            {
                next = b[At];
                At += next == 0xFF ? 2 : 1;
            }
            buffer = unchecked((buffer << 8) | (uint)next);
            have += 8;
        }
    }
}
