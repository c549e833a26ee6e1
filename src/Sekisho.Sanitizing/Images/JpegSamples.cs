namespace Sekisho.Sanitizing.Images;

/// <summary>
/// Blocks of coefficients to 8 × 8 samples of 8 bits and back, in whole numbers: the same on every machine (law E5). The transforms are those of
/// Loeffler, Ligtenberg and Moschytz (1989), factors in units of 1/8192.
/// </summary>
internal static class JpegSamples
{
    private static readonly byte[] Zigzag =
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
    ];

    /// <summary>Tables K.1 and K.2 of T.81, scaled as the usual encoders do for 90 of 100, in zigzag order: brightness, colour.</summary>
    internal static readonly ushort[][] Quality90 =
    [
        At90([16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51, 61, 60, 57, 51,
            56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99]),
        At90([17, 18, 18, 24, 21, 24, 47, 26, 26, 47, 99, 66, 56, 66, .. Enumerable.Repeat(99, 50)]),
    ];

    private static ushort[] At90(int[] table) => [.. table.Select(q => (ushort)Math.Max(1, ((q * 20) + 50) / 100))];

    /// <summary>Every block of the component through its samples, in place.</summary>
    /// <param name="component">Its blocks become those of the new quantisation.</param>
    /// <param name="width">Samples a row that show something.</param>
    /// <param name="height">Rows that show something.</param>
    /// <param name="from">Quantisation the blocks have.</param>
    /// <param name="to">Quantisation they get.</param>
    internal static void Recode(JpegComponent component, int width, int height, ushort[] from, ushort[] to)
    {
        Span<int> samples = stackalloc int[64];
        var rows = component.Blocks.Length / (component.Stride * 64);
        for (var y = 0; y < rows; y++)
            for (var x = 0; x < component.Stride; x++)
            {
                var block = component.Blocks.AsSpan(((y * component.Stride) + x) * 64, 64);
                int across = width - (x * 8), down = height - (y * 8);
                if (across <= 0 || down <= 0)
                {
                    // A block that fills up the last unit shows nothing: it takes the brightness of its neighbour.
                    var before = across <= 0 ? component.Blocks[((y * component.Stride) + x - 1) * 64] : component.Blocks[(((y - 1) * component.Stride) + x) * 64];
                    block.Clear();
                    block[0] = before;
                    continue;
                }
                if (block[1..].ContainsAnyExcept((short)0))
                {
                    Inverse(block, from, samples);
                    Fill(samples, across, down);
                    Forward(samples, block, to);
                }
                else block[0] = Divided((Level(unchecked(((Clamped(block[0] * from[0]) + 4) >> 3) + 128)) - 128) * 64, to[0] * 8);
            }
    }

    /// <summary>What lies beyond the edge may be the rest of a cropped picture (IM-01): the last samples that show take its place.</summary>
    private static void Fill(Span<int> samples, int across, int down)
    {
        for (var y = 0; y < Math.Min(8, down); y++)
            for (var x = across; x < 8; x++) samples[(y * 8) + x] = samples[(y * 8) + across - 1];
        for (var y = down; y < 8; y++) samples.Slice((down - 1) * 8, 8).CopyTo(samples[(y * 8)..]);
    }

    private static void Inverse(ReadOnlySpan<short> block, ushort[] table, Span<int> samples)
    {
        unchecked
        {
            for (var i = 0; i < 64; i++) samples[Zigzag[i]] = Clamped(block[i] * table[i]);
            for (var x = 0; x < 8; x++) InverseLine(samples, x, 8, 11);
            for (var y = 0; y < 64; y += 8) InverseLine(samples, y, 1, 18);
            for (var i = 0; i < 64; i++) samples[i] = Level(samples[i] + 128);
        }
    }

    private static void InverseLine(Span<int> s, int at, int step, int shift)
    {
        unchecked
        {
            int s1 = s[at + step], s2 = s[at + (2 * step)], s3 = s[at + (3 * step)], s5 = s[at + (5 * step)], s6 = s[at + (6 * step)], s7 = s[at + (7 * step)], half = 1 << (shift - 1);
            var turn = (s2 + s6) * 4433;
            int low = turn - (s6 * 15137), high = turn + (s2 * 6270), sum = (s[at] + s[at + (4 * step)]) << 13, difference = (s[at] - s[at + (4 * step)]) << 13;
            int e0 = sum + high + half, e3 = sum - high + half, e1 = difference + low + half, e2 = difference - low + half;
            int both = (s7 + s3 + s5 + s1) * 9633, a = (s7 + s1) * -7373, b = (s5 + s3) * -20995, c = ((s7 + s3) * -16069) + both, d = ((s5 + s1) * -3196) + both;
            int o7 = (s7 * 2446) + a + c, o5 = (s5 * 16819) + b + d, o3 = (s3 * 25172) + b + c, o1 = (s1 * 12299) + a + d;
            s[at] = (e0 + o1) >> shift;
            s[at + (7 * step)] = (e0 - o1) >> shift;
            s[at + step] = (e1 + o3) >> shift;
            s[at + (6 * step)] = (e1 - o3) >> shift;
            s[at + (2 * step)] = (e2 + o5) >> shift;
            s[at + (5 * step)] = (e2 - o5) >> shift;
            s[at + (3 * step)] = (e3 + o7) >> shift;
            s[at + (4 * step)] = (e3 - o7) >> shift;
        }
    }

    private static void Forward(Span<int> samples, Span<short> block, ushort[] table)
    {
        unchecked
        {
            for (var i = 0; i < 64; i++) samples[i] -= 128;
            for (var y = 0; y < 64; y += 8) ForwardLine(samples, y, 1, 11);
            for (var x = 0; x < 8; x++) ForwardLine(samples, x, 8, 15);
            for (var i = 0; i < 64; i++) block[i] = Divided(samples[Zigzag[i]], table[i] * 8);
        }
    }

    /// <summary>The first pass (shift 11) keeps two bits more, the second takes them away.</summary>
    private static void ForwardLine(Span<int> s, int at, int step, int shift)
    {
        unchecked
        {
            int p0 = s[at] + s[at + (7 * step)], m0 = s[at] - s[at + (7 * step)], p1 = s[at + step] + s[at + (6 * step)], m1 = s[at + step] - s[at + (6 * step)];
            int p2 = s[at + (2 * step)] + s[at + (5 * step)], m2 = s[at + (2 * step)] - s[at + (5 * step)], p3 = s[at + (3 * step)] + s[at + (4 * step)], m3 = s[at + (3 * step)] - s[at + (4 * step)];
            int e0 = p0 + p3, e3 = p0 - p3, e1 = p1 + p2, e2 = p1 - p2, half = 1 << (shift - 1), turn = (e2 + e3) * 4433;
            s[at] = shift == 11 ? (e0 + e1) << 2 : (e0 + e1 + 2) >> 2;
            s[at + (4 * step)] = shift == 11 ? (e0 - e1) << 2 : (e0 - e1 + 2) >> 2;
            s[at + (2 * step)] = (turn + (e3 * 6270) + half) >> shift;
            s[at + (6 * step)] = (turn - (e2 * 15137) + half) >> shift;
            int both = (m0 + m1 + m2 + m3) * 9633, a = (m3 + m0) * -7373, b = (m2 + m1) * -20995, c = ((m3 + m1) * -16069) + both, d = ((m2 + m0) * -3196) + both;
            s[at + (7 * step)] = ((m3 * 2446) + a + c + half) >> shift;
            s[at + (5 * step)] = ((m2 * 16819) + b + d + half) >> shift;
            s[at + (3 * step)] = ((m1 * 25172) + b + c + half) >> shift;
            s[at + step] = ((m0 * 12299) + a + d + half) >> shift;
        }
    }

    /// <summary>A coefficient far outside what pictures of 8 bits have shows nothing more than the bound does.</summary>
    private static int Clamped(int value) => value > 16383 ? 16383 : value < -16384 ? -16384 : value;

    private static int Level(int value) => value < 0 ? 0 : value > 255 ? 255 : value;

    private static short Divided(int value, int by) => unchecked((short)(value >= 0 ? (value + (by >> 1)) / by : -((-value + (by >> 1)) / by)));
}
