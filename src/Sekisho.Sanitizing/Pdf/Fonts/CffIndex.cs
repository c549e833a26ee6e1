namespace Sekisho.Sanitizing.Pdf.Fonts;

/// <summary>An INDEX of the Compact Font Format (Adobe TN 5176 §5).</summary>
internal static class CffIndex
{
    /// <summary>Items and the place behind them; throws FormatException when the offsets do not hold.</summary>
    internal static List<byte[]> Read(byte[] b, ref int at)
    {
        var count = BigEndian.U16(b, at);
        at += 2;
        if (count == 0) return [];
        int size = b[at++], start = at, data = checked(at + ((count + 1) * size) - 1);
        if (size is < 1 or > 4) throw new FormatException("offset size");
        var items = new List<byte[]>(count);
        var before = Offset(b, start, size);
        if (before != 1) throw new FormatException("first offset");
        for (var i = 1; i <= count; i++)
        {
            var next = Offset(b, start + (i * size), size);
            if (next < before || data + next > b.Length) throw new FormatException("offset");
            items.Add(b.AsSpan((int)(data + before), (int)(next - before)).ToArray());
            before = next;
        }
        at = (int)(data + before);
        return items;
    }

    private static long Offset(byte[] b, int at, int size)
    {
        long value = 0;
        for (var i = 0; i < size; i++) value = (value << 8) | b[at + i];
        return value;
    }

    internal static byte[] Write(IReadOnlyList<byte[]> items)
    {
        var o = new BigEndian().U16(items.Count);
        if (items.Count == 0) return o.ToArray();
        var total = items.Sum(i => i.Length) + 1;
        var size = total < 1 << 8 ? 1 : total < 1 << 16 ? 2 : total < 1 << 24 ? 3 : 4;
        o.U8(size);
        var offset = 1;
        for (var i = 0; i <= items.Count; i++)
        {
            for (var shift = 8 * (size - 1); shift >= 0; shift -= 8) o.U8(offset >> shift);
            if (i < items.Count) offset += items[i].Length;
        }
        foreach (var item in items) o.Bytes(item);
        return o.ToArray();
    }
}
