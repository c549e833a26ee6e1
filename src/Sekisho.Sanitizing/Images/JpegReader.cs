namespace Sekisho.Sanitizing.Images;

/// <summary>
/// Reads a baseline, extended or progressive Huffman JPEG of 8 bits down to its coefficients (ITU-T T.81). Arithmetic coding, 12 bits,
/// lossless and hierarchical modes are not read: null.
/// </summary>
internal sealed class JpegReader
{
    private readonly byte[] b;
    private readonly JpegHuffman?[] direct = new JpegHuffman?[4], alternating = new JpegHuffman?[4];
    private readonly ushort[]?[] tables = new ushort[]?[4];
    private JpegModel? model;
    private bool progressive, jfif, damaged;
    private int? transform;
    private readonly HashSet<int> scanned = [];
    private int restart, scans;

    private JpegReader(byte[] bytes) => b = bytes;

    /// <param name="pixels">Most pixels the frame may claim.</param>
    internal static JpegModel? Read(byte[] bytes, long pixels)
    {
        try { return new JpegReader(bytes).Run(pixels); }
        catch (Exception e) when (e is JpegFault or IndexOutOfRangeException or OverflowException or ArgumentException) { return null; }
    }

    private JpegModel? Run(long pixels)
    {
        var at = 0;
        while (at + 1 < b.Length && !(b[at] == 0xFF && b[at + 1] == 0xD8)) at++;
        at += 2;
        while (at + 3 < b.Length)
        {
            if (b[at] != 0xFF || b[at + 1] is 0 or 0xFF) { damaged |= b[at] != 0xFF || b[at + 1] == 0; at++; continue; }
            var marker = b[at + 1];
            at += 2;
            if (marker == 0xD9) break;
            if (marker is 0x01 or >= 0xD0 and <= 0xD8) continue;
            var length = (b[at] << 8) | b[at + 1];
            if (length < 2 || at + length > b.Length) break;
            var body = b.AsSpan(at + 2, length - 2);
            at += length;
            if (marker == 0xDA) at = Scan(body, at);
            else if (!Segment(marker, body, pixels)) return null;
        }
        return model is not null && scans > 0 ? Finish(model) : null;
    }

    private JpegModel? Finish(JpegModel found)
    {
        (found.IsJfif, found.Transform, found.IsDamaged) = (jfif, transform, damaged || found.Components.Exists(c => !scanned.Contains(c.Id)));
        foreach (var c in found.Components)
            if (tables[c.Table] is { } table) found.Quantisation[c.Table] = table;
            else return null;
        return found;
    }

    private bool Segment(byte marker, ReadOnlySpan<byte> body, long pixels)
    {
        switch (marker)
        {
            case 0xC0 or 0xC1 or 0xC2:
                progressive = marker == 0xC2;
                return Frame(body, pixels);
            case 0xC4: Huffman(body); return true;
            case 0xDB: Quantisation(body); return true;
            case 0xDD: restart = (body[0] << 8) | body[1]; return true;
            case 0xE0: jfif |= body.StartsWith("JFIF\0"u8); return true;
            case 0xEE: if (body.Length >= 12 && body.StartsWith("Adobe"u8)) transform = body[11] is var t and <= 2 ? t : 0; return true;
            // Other frames, arithmetic tables, a number of lines given later.
            case (>= 0xC3 and <= 0xCF) or 0xDC or 0xDE or 0xDF: return false;
            default: return true;
        }
    }

    private bool Frame(ReadOnlySpan<byte> body, long pixels)
    {
        if (model is not null || body[0] != 8) return false;
        int height = (body[1] << 8) | body[2], width = (body[3] << 8) | body[4], count = body[5];
        if (width == 0 || height == 0 || (long)width * height > pixels || count is not (1 or 3 or 4)) return false;
        var components = new List<JpegComponent>();
        for (var i = 0; i < count; i++)
        {
            int h = body[7 + (3 * i)] >> 4, v = body[7 + (3 * i)] & 15;
            if (h is < 1 or > 4 || v is < 1 or > 4 || body[8 + (3 * i)] > 3) return false;
            // A component alone has no units to share: its factors mean nothing.
            components.Add(new(body[6 + (3 * i)], count == 1 ? 1 : h, count == 1 ? 1 : v, body[8 + (3 * i)]));
        }
        if (components.Sum(c => c.H * c.V) > 10) return false;
        model = new() { Width = width, Height = height, Components = components };
        foreach (var c in components)
        {
            c.Stride = model.McusX * c.H;
            c.Across = (((width * c.H) + model.MaxH - 1) / model.MaxH + 7) / 8;
            c.Down = (((height * c.V) + model.MaxV - 1) / model.MaxV + 7) / 8;
            c.Blocks = new short[checked(c.Stride * model.McusY * c.V * 64)];
        }
        return true;
    }

    private void Huffman(ReadOnlySpan<byte> body)
    {
        while (body.Length >= 17)
        {
            var counts = body.Slice(1, 16).ToArray();
            var total = counts.Sum(c => c);
            if (total > 256 || (body[0] & 15) > 3 || body[0] >> 4 > 1) throw new JpegFault();
            var table = new JpegHuffman(counts, body.Slice(17, total).ToArray());
            (body[0] >> 4 == 0 ? direct : alternating)[body[0] & 15] = table;
            body = body[(17 + total)..];
        }
    }

    private void Quantisation(ReadOnlySpan<byte> body)
    {
        while (body.Length >= 65)
        {
            int wide = body[0] >> 4, id = body[0] & 15;
            if (wide > 1 || id > 3) throw new JpegFault();
            var table = new ushort[64];
            for (var i = 0; i < 64; i++) table[i] = wide == 0 ? body[1 + i] : (ushort)((body[1 + (2 * i)] << 8) | body[2 + (2 * i)]);
            tables[id] = table;
            body = body[(wide == 0 ? 65 : 129)..];
        }
    }

    private int Scan(ReadOnlySpan<byte> head, int at)
    {
        if (model is null || ++scans > 200) throw new JpegFault();
        var parts = new List<(JpegComponent, JpegHuffman?, JpegHuffman?)>();
        for (var i = 0; i < head[0]; i++)
        {
            var id = head[1 + (2 * i)];
            var c = model.Components.Find(x => x.Id == id) ?? throw new JpegFault();
            scanned.Add(id);
            parts.Add((c, direct[(head[2 + (2 * i)] >> 4) & 3], alternating[head[2 + (2 * i)] & 3]));
        }
        var tail = head[(1 + (2 * head[0]))..];
        var scan = new JpegScan(model, parts, restart, progressive, tail[0], tail[1], tail[2] >> 4, tail[2] & 15);
        var bits = new JpegBits(b, at);
        try { scan.Run(bits); }
        // A damaged scan keeps what it gave so far, as viewers show it.
        catch (JpegFault) { damaged = true; }
        damaged |= bits.IsPast || !scan.IsWhole;
        bits.Restart();
        return bits.At;
    }
}
