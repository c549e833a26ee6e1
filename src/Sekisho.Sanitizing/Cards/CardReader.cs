using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Mime.Charsets;
using Sekisho.Sanitizing.TextFiles;

namespace Sekisho.Sanitizing.Cards;

/// <summary>Bytes of an ICS or VCF to properties. Lines are joined before they are decoded: programs fold in the middle of a character (IC-05).</summary>
internal static class CardReader
{
    private const int MostLines = 200_000;

    internal static IReadOnlyList<CardLine> Read(byte[] b, string rule, string place, FindingLog log)
    {
        var joined = Unfold(b);
        var text = TextFile.Read(joined, place, log).Text;
        var lines = new List<CardLine>();
        var pending = new StringBuilder();
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.TrimEnd('\r');
            pending.Append(line);
            // A quoted-printable value of vCalendar 1.0 and vCard 2.1 goes on behind "=" at the line's end.
            if (line.EndsWith('=') && pending.ToString().Contains("QUOTED-PRINTABLE", StringComparison.OrdinalIgnoreCase)) { pending.Length--; continue; }
            if (pending.Length > 0)
            {
                if (CardLine.Read(pending.ToString()) is { } read) lines.Add(Plain(read));
                else log.Add(rule, FindingAction.Removed, place);
            }
            pending.Clear();
            if (lines.Count > MostLines) throw new FileStop("LM-04", Outcome.Blocked, place);
        }
        return lines;
    }

    private static byte[] Unfold(byte[] b)
    {
        var output = new MemoryStream(b.Length);
        for (var i = 0; i < b.Length; i++)
        {
            var end = b[i] == '\r' && i + 1 < b.Length && b[i + 1] == '\n' ? 2 : b[i] is (byte)'\n' or (byte)'\r' ? 1 : 0;
            if (end > 0 && i + end < b.Length && b[i + end] is (byte)' ' or (byte)'\t') i += end;
            else if (end > 0)
            {
                output.WriteByte((byte)'\n');
                i += end - 1;
            }
            else output.WriteByte(b[i]);
        }
        return output.ToArray();
    }

    private static CardLine Plain(CardLine line)
    {
        var isQuoted = line.Parameters.Any(p => p.Value.Equals("QUOTED-PRINTABLE", StringComparison.OrdinalIgnoreCase));
        if (!isQuoted) return line;
        var bytes = new MemoryStream();
        for (var i = 0; i < line.Value.Length; i++)
        {
            if (line.Value[i] == '=' && i + 2 < line.Value.Length && char.IsAsciiHexDigit(line.Value[i + 1]) && char.IsAsciiHexDigit(line.Value[i + 2]))
            {
                bytes.WriteByte(Convert.ToByte(line.Value.Substring(i + 1, 2), 16));
                i += 2;
            }
            else bytes.Write(Encoding.UTF8.GetBytes(line.Value[i].ToString()));
        }
        return line with { Value = CharsetDecoder.Decode(bytes.ToArray(), line.Get("CHARSET")).Text.Replace("\r", "", StringComparison.Ordinal) };
    }
}
