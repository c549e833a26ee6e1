namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>Predictors of Flate and LZW (ISO 32000 §7.4.4.4): TIFF 2 and the PNG filters.</summary>
internal static class Predictor
{
    internal static byte[] Undo(byte[] data, StreamFilter filter, string place)
    {
        var kind = filter.Int("Predictor", 1);
        if (kind < 2) return data;
        int colours = filter.Int("Colors", 1), bits = filter.Int("BitsPerComponent", 8), columns = filter.Int("Columns", 1);
        if (colours is < 1 or > 32 || bits is not (1 or 2 or 4 or 8 or 16) || columns is < 1 or > 1_000_000) throw new PdfDamage(place + " predictor");
        int step = Math.Max(1, colours * bits / 8), stride = (int)(((long)columns * colours * bits + 7) / 8);
        return kind == 2 ? Tiff(data, stride, colours, bits) : Png(data, stride, step);
    }

    private static byte[] Png(byte[] data, int stride, int step)
    {
        var rows = (data.Length + stride) / (stride + 1);
        var output = new byte[checked(rows * stride)];
        var length = 0;
        for (var y = 0; y < rows; y++)
        {
            var start = y * (stride + 1);
            var count = Math.Min(stride, data.Length - start - 1);
            if (count <= 0) break;
            var row = output.AsSpan(y * stride, stride);
            data.AsSpan(start + 1, count).CopyTo(row);
            Row(data[start], row, y == 0 ? default : output.AsSpan((y - 1) * stride, stride), step);
            length += count;
        }
        return length == output.Length ? output : output[..length];
    }

    private static void Row(byte kind, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        for (var i = 0; i < row.Length; i++)
        {
            int left = i >= step ? row[i - step] : 0, up = above.IsEmpty ? 0 : above[i], corner = i >= step && !above.IsEmpty ? above[i - step] : 0;
            row[i] = unchecked((byte)(row[i] + (kind switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 })));
        }
    }

    private static int Paeth(int a, int b, int c)
    {
        int p = a + b - c, pa = Math.Abs(p - a), pb = Math.Abs(p - b), pc = Math.Abs(p - c);
        return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
    }

    private static byte[] Tiff(byte[] data, int stride, int colours, int bits)
    {
        for (var start = 0; start + stride <= data.Length; start += stride)
        {
            var row = data.AsSpan(start, stride);
            if (bits == 8) for (var i = colours; i < stride; i++) row[i] = unchecked((byte)(row[i] + row[i - colours]));
            else if (bits == 16)
                for (var i = 2 * colours; i + 1 < stride; i += 2)
                {
                    var sum = unchecked((ushort)(((row[i] << 8) | row[i + 1]) + ((row[i - 2 * colours] << 8) | row[i - 2 * colours + 1])));
                    (row[i], row[i + 1]) = ((byte)(sum >> 8), (byte)(sum & 255));
                }
            else Small(row, colours, bits);
        }
        return data;
    }

    private static void Small(Span<byte> row, int colours, int bits)
    {
        var before = new int[colours];
        var mask = (1 << bits) - 1;
        for (var i = 0; i < row.Length * 8 / bits; i++)
        {
            int at = i * bits / 8, shift = 8 - bits - (i * bits % 8), c = i % colours;
            before[c] = (((row[at] >> shift) & mask) + before[c]) & mask;
            row[at] = (byte)((row[at] & ~(mask << shift)) | (before[c] << shift));
        }
    }
}
