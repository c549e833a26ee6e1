namespace Sekisho.Mime.Reading.Transfer;

/// <summary>Tolerant quoted-printable: lower-case hex is read, a broken =XX stays as it is and is counted, blanks at line ends go (RFC 2045 §6.7).</summary>
internal static class QuotedPrintableReader
{
    internal static byte[] Read(ReadOnlySpan<byte> text, out int broken)
    {
        var bytes = new List<byte>(text.Length);
        broken = 0;
        for (var at = 0; at < text.Length;)
        {
            var line = Lines.At(text, at, out var next);
            var ended = next > at && text[next - 1] == '\n';
            line = line.TrimEnd(" \t"u8);
            var soft = line.EndsWith("="u8);
            Line(soft ? line[..^1] : line, bytes, ref broken);
            if (!soft && ended) bytes.AddRange("\r\n"u8);
            at = next;
        }
        return [.. bytes];
    }

    private static void Line(ReadOnlySpan<byte> line, List<byte> bytes, ref int broken)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '=') { bytes.Add(line[i]); continue; }
            if (i + 2 < line.Length && Hex(line[i + 1]) is >= 0 and var high && Hex(line[i + 2]) is >= 0 and var low)
            {
                bytes.Add((byte)(high << 4 | low));
                i += 2;
            }
            else { broken++; bytes.Add(line[i]); }
        }
    }

    private static int Hex(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        _ => -1,
    };
}
