using System.Text;

namespace Sekisho.Mime.Reading.Transfer;

/// <summary>Finds files written as uuencode inside text ("begin 644 name" … "end") so that they are treated as attachments (MI-03).</summary>
public static class UuReader
{
    /// <summary>The text without the blocks, and each block's name and bytes. A block that is not closed or has a bad line stays text.</summary>
    public static (string Remaining, IReadOnlyList<(string Name, byte[] Bytes)> Files) Extract(string text)
    {
        if (!text.Contains("begin ", StringComparison.Ordinal)) return (text, []);
        var lines = text.Split('\n');
        var rest = new List<string>();
        var files = new List<(string, byte[])>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (Name(lines[i]) is { } name && Block(lines, i + 1) is { } block)
            {
                files.Add((name, block.Bytes));
                i = block.End;
            }
            else rest.Add(lines[i]);
        }
        return (files.Count == 0 ? text : string.Join('\n', rest), files);
    }

    private static string? Name(string line)
    {
        var words = line.TrimEnd('\r').Split(' ', 3);
        return words.Length == 3 && words[0] == "begin" && words[1].Length is 3 or 4 && words[1].All(c => c is >= '0' and <= '7') && words[2].Length is > 0 and <= 255 ? words[2] : null;
    }

    private static (byte[] Bytes, int End)? Block(string[] lines, int from)
    {
        var bytes = new List<byte>();
        for (var i = from; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line == "end") return bytes.Count > 0 ? ([.. bytes], i) : null;
            if (!Line(line, bytes)) return null;
        }
        return null;
    }

    private static bool Line(string line, List<byte> bytes)
    {
        if (line.Length == 0 || line.Any(c => c is < ' ' or > '`')) return false;
        var count = (line[0] - ' ') & 63;
        var coded = Encoding.ASCII.GetBytes(line[1..].PadRight((count + 2) / 3 * 4));
        if (coded.Length > (count + 2) / 3 * 4 + 2) return false;
        for (var i = 0; count > 0; i += 4, count -= 3)
        {
            var bits = (Six(coded[i]) << 18) | (Six(coded[i + 1]) << 12) | (Six(coded[i + 2]) << 6) | Six(coded[i + 3]);
            bytes.Add((byte)(bits >> 16));
            if (count > 1) bytes.Add((byte)(bits >> 8 & 0xFF));
            if (count > 2) bytes.Add((byte)(bits & 0xFF));
        }
        return true;
    }

    private static int Six(byte b) => (b - ' ') & 63;
}
