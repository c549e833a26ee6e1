namespace Sekisho.Sanitizing.Images;

/// <summary>One scan: entropy-coded data into coefficients, sequential or one pass of a progressive picture (T.81 annexes F and G).</summary>
internal sealed class JpegScan(JpegModel model, List<(JpegComponent Component, JpegHuffman? Direct, JpegHuffman? Alternating)> parts, int restart, bool progressive, int from, int to, int high, int low)
{
    private readonly int[] before = new int[4];
    private int run;

    /// <summary>True when every block of the scan was there.</summary>
    internal bool IsWhole { get; private set; }

    internal void Run(JpegBits bits)
    {
        if (progressive ? from > to || to > 63 || (from > 0 && parts.Count > 1) || low > 13 : false) throw new JpegFault();
        if (!progressive) (from, to, high, low) = (0, 63, 0, 0);
        var alone = parts.Count == 1 ? parts[0].Component : null;
        int across = alone?.Across ?? model.McusX, down = alone?.Down ?? model.McusY, units = 0;
        for (var y = 0; y < down; y++)
            for (var x = 0; x < across; x++)
            {
                if (restart > 0 && units > 0 && units % restart == 0)
                {
                    bits.Restart();
                    Array.Clear(before);
                    run = 0;
                }
                units++;
                if (alone is not null) Block(bits, 0, x, y);
                else Unit(bits, x, y);
                if (bits.IsPast) return;
            }
        IsWhole = true;
    }

    private void Unit(JpegBits bits, int x, int y)
    {
        for (var p = 0; p < parts.Count; p++)
            for (var v = 0; v < parts[p].Component.V; v++)
                for (var h = 0; h < parts[p].Component.H; h++) Block(bits, p, (x * parts[p].Component.H) + h, (y * parts[p].Component.V) + v);
    }

    private void Block(JpegBits bits, int part, int x, int y)
    {
        var (component, direct, alternating) = parts[part];
        var block = component.Blocks.AsSpan(((y * component.Stride) + x) * 64, 64);
        if (!progressive) Sequential(bits, block, direct ?? throw new JpegFault(), alternating ?? throw new JpegFault(), part);
        else if (from == 0) Direct(bits, block, direct, part);
        else if (high == 0) First(bits, block, alternating ?? throw new JpegFault());
        else Refine(bits, block, alternating ?? throw new JpegFault());
    }

    private void Sequential(JpegBits bits, Span<short> block, JpegHuffman direct, JpegHuffman alternating, int part)
    {
        block[0] = Short(before[part] += bits.Signed(Size(direct.Decode(bits))));
        for (var k = 1; k < 64; k++)
        {
            var code = alternating.Decode(bits);
            int zeros = code >> 4, size = code & 15;
            if (size == 0)
            {
                if (zeros < 15) return;
                k += 15;
                continue;
            }
            if ((k += zeros) > 63) throw new JpegFault();
            block[k] = Short(bits.Signed(size));
        }
    }

    private void Direct(JpegBits bits, Span<short> block, JpegHuffman? direct, int part)
    {
        if (high == 0) block[0] = Short((before[part] += bits.Signed(Size((direct ?? throw new JpegFault()).Decode(bits)))) << low);
        else if (bits.Take(1) == 1) block[0] |= (short)(1 << low);
    }

    private void First(JpegBits bits, Span<short> block, JpegHuffman table)
    {
        if (run > 0) { run--; return; }
        for (var k = from; k <= to; k++)
        {
            var code = table.Decode(bits);
            int zeros = code >> 4, size = code & 15;
            if (size == 0)
            {
                if (zeros < 15)
                {
                    run = (1 << zeros) - 1 + bits.Take(zeros);
                    return;
                }
                k += 15;
                continue;
            }
            if ((k += zeros) > 63) throw new JpegFault();
            block[k] = Short(bits.Signed(size) << low);
        }
    }

    private void Refine(JpegBits bits, Span<short> block, JpegHuffman table)
    {
        int plus = 1 << low, minus = -1 << low, k = from;
        if (run == 0)
            for (; k <= to; k++)
            {
                var code = table.Decode(bits);
                int zeros = code >> 4, size = code & 15, value = 0;
                if (size == 0)
                {
                    if (zeros < 15)
                    {
                        run = (1 << zeros) + bits.Take(zeros);
                        break;
                    }
                }
                else value = bits.Take(1) == 1 ? plus : minus;
                for (; k <= to; k++)
                {
                    if (block[k] != 0) Correct(bits, ref block[k], plus);
                    else if (zeros-- == 0) break;
                }
                if (value != 0 && k <= 63) block[k] = Short(value);
            }
        if (run == 0) return;
        for (; k <= to; k++) if (block[k] != 0) Correct(bits, ref block[k], plus);
        run--;
    }

    private static void Correct(JpegBits bits, ref short value, int step)
    {
        if (bits.Take(1) == 1 && (value & step) == 0) value = Short(value + (value > 0 ? step : -step));
    }

    private static int Size(int size) => size <= 15 ? size : throw new JpegFault();

    private static short Short(int value) => value is >= short.MinValue and <= short.MaxValue ? (short)value : throw new JpegFault();
}
