using System.Numerics;

namespace Sekisho.Sanitizing.Images;

/// <summary>
/// Writes a model as a sequential JPEG with one scan and tables of its own: no application data beyond the two segments that say how the
/// colours are meant. The same coefficients, so nothing is lost and a second run gives the same bytes.
/// </summary>
internal sealed class JpegWriter
{
    private readonly JpegModel model;
    private readonly MemoryStream output = new();
    private readonly long[][] frequencies = [new long[256], new long[256], new long[256], new long[256]];
    private readonly JpegHuffman[] tables = new JpegHuffman[4];
    private ulong buffer;
    private int have;
    private bool counting;

    private JpegWriter(JpegModel model) => this.model = model;

    /// <summary>Null when a coefficient is outside what 8-bit pictures have.</summary>
    internal static byte[]? Write(JpegModel model)
    {
        try { return new JpegWriter(model).Run(); }
        catch (JpegFault) { return null; }
    }

    private byte[] Run()
    {
        counting = true;
        Scan();
        counting = false;
        for (var i = 0; i < 4; i++) tables[i] = JpegHuffman.For(frequencies[i]);
        Head();
        Scan();
        if (have > 0) Put((1 << (8 - have)) - 1, 8 - have);
        output.Write([0xFF, 0xD9]);
        return output.ToArray();
    }

    private void Head()
    {
        output.Write([0xFF, 0xD8]);
        if (model.IsJfif) output.Write([0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        if (model.Transform is { } transform) output.Write([0xFF, 0xEE, 0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, (byte)transform]);
        var wide = model.Quantisation.Values.Any(t => t.Any(q => q > 255));
        foreach (var (id, table) in model.Quantisation.OrderBy(q => q.Key))
        {
            var big = table.Any(q => q > 255);
            Segment(0xDB, [(byte)((big ? 16 : 0) | id), .. table.SelectMany(q => big ? new[] { (byte)(q >> 8), (byte)(q & 255) } : [(byte)q])]);
        }
        Segment(wide ? (byte)0xC1 : (byte)0xC0, [8, High(model.Height), Low(model.Height), High(model.Width), Low(model.Width), (byte)model.Components.Count,
            .. model.Components.SelectMany(c => new[] { (byte)c.Id, (byte)((c.H << 4) | c.V), (byte)c.Table })]);
        for (var i = 0; i < (model.Components.Count > 1 ? 4 : 2); i++) Segment(0xC4, [(byte)(((i & 1) << 4) | (i >> 1)), .. tables[i].Counts, .. tables[i].Values]);
        Segment(0xDA, [(byte)model.Components.Count, .. model.Components.SelectMany((c, i) => new[] { (byte)c.Id, (byte)(Set(i) * 17) }), 0, 63, 0]);
    }

    private void Segment(byte marker, byte[] body) => output.Write([0xFF, marker, High(body.Length + 2), Low(body.Length + 2), .. body]);

    private static byte High(int value) => (byte)((value >> 8) & 255);
    private static byte Low(int value) => (byte)(value & 255);

    /// <summary>Brightness (and black of CMYK) have tables of their own, the rest share.</summary>
    private static int Set(int component) => component is 0 or 3 ? 0 : 1;

    private void Scan()
    {
        var before = new int[4];
        var alone = model.Components.Count == 1;
        int across = alone ? model.Components[0].Across : model.McusX, down = alone ? model.Components[0].Down : model.McusY;
        for (var y = 0; y < down; y++)
            for (var x = 0; x < across; x++)
                for (var i = 0; i < model.Components.Count; i++)
                {
                    var c = model.Components[i];
                    for (var v = 0; v < c.V; v++)
                        for (var h = 0; h < c.H; h++)
                            Block(c.Blocks.AsSpan(((((y * c.V) + v) * c.Stride) + (x * c.H) + h) * 64, 64), Set(i), ref before[i]);
                }
    }

    private void Block(ReadOnlySpan<short> block, int set, ref int before)
    {
        var difference = block[0] - before;
        before = block[0];
        var size = Bits(difference);
        if (size > 11) throw new JpegFault();
        Symbol(set * 2, size);
        Value(difference, size);
        var zeros = 0;
        for (var k = 1; k < 64; k++)
        {
            if (block[k] == 0) { zeros++; continue; }
            for (; zeros > 15; zeros -= 16) Symbol((set * 2) + 1, 0xF0);
            size = Bits(block[k]);
            if (size > 10) throw new JpegFault();
            Symbol((set * 2) + 1, (zeros << 4) | size);
            Value(block[k], size);
            zeros = 0;
        }
        if (zeros > 0) Symbol((set * 2) + 1, 0);
    }

    private static int Bits(int value) => 32 - BitOperations.LeadingZeroCount((uint)Math.Abs(value));

    private void Symbol(int table, int symbol)
    {
        if (counting) frequencies[table][symbol]++;
        else Put(tables[table].Codes[symbol], tables[table].Sizes[symbol]);
    }

    private void Value(int value, int size)
    {
        if (!counting && size > 0) Put(value < 0 ? value + (1 << size) - 1 : value, size);
    }

    private void Put(int value, int size)
    {
        buffer = unchecked((buffer << size) | (uint)value);
        for (have += size; have >= 8; have -= 8)
        {
            var next = (byte)((buffer >> (have - 8)) & 255);
            output.WriteByte(next);
            if (next == 0xFF) output.WriteByte(0);
        }
    }
}
