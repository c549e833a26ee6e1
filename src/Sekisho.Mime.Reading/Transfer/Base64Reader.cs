namespace Sekisho.Mime.Reading.Transfer;

/// <summary>Tolerant base64: characters outside the alphabet are passed over and counted; every group of padding ends a block (MI-03).</summary>
internal static class Base64Reader
{
    /// <param name="form">What a strict reader would stumble over.</param>
    internal static byte[] Read(ReadOnlySpan<byte> text, out Base64Form form)
    {
        var bytes = new List<byte>(text.Length / 4 * 3 + 3);
        var (bits, have, junk, padded, afterPadding) = (0, 0, 0, false, false);
        foreach (var b in text)
        {
            var six = Value(b);
            if (six >= 0)
            {
                if (padded) (afterPadding, padded) = (true, false);
                bits = ((bits << 6) | six) & 0xFFFFFF;
                if (++have < 4) continue;
                bytes.Add((byte)(bits >> 16)); bytes.Add((byte)(bits >> 8 & 0xFF)); bytes.Add((byte)(bits & 0xFF));
                have = 0;
            }
            else if (b == '=') { if (have > 0) Tail(bytes, bits, have); (have, padded) = (0, true); }
            else if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')) junk++;
        }
        if (have > 0) Tail(bytes, bits, have);
        form = new(junk, afterPadding, have > 0);
        return [.. bytes];
    }

    private static void Tail(List<byte> bytes, int bits, int have)
    {
        if (have == 2) bytes.Add((byte)(bits >> 4 & 0xFF));
        if (have == 3) { bytes.Add((byte)(bits >> 10 & 0xFF)); bytes.Add((byte)(bits >> 2 & 0xFF)); }
    }

    private static int Value(byte b) => b switch
    {
        >= (byte)'A' and <= (byte)'Z' => b - 'A',
        >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };
}
