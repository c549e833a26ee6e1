using System.Buffers.Binary;
using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Compound;
using Sekisho.Sanitizing.TextFiles;

namespace Sekisho.Sanitizing.Legacy;

/// <summary>
/// JP-01: the characters of a 一太郎 document, from its stream DocumentText. The maker publishes no description; read is only a stream whose every length agrees with the
/// next (a store of blocks with a directory behind it, UTF-16BE units, records that repeat their own length). Anything else is held.
/// </summary>
internal static class IchitaroFile
{
    private const int Head = 20, MaxStreams = 10_000;
    private const char Record = '\x1C', InlineText = '\x1D', InlineEnd = '\x1E', RecordEnd = '\x1F';

    internal static byte[] Rebuild(CompoundDocument file, string place, FindingLog log)
    {
        var text = Characters(file.Read("DocumentText")) is { } units ? Plain(units) : null;
        if (string.IsNullOrWhiteSpace(text)) throw new FileStop("JP-01", Outcome.Held, place);
        log.Add("JP-01", FindingAction.TextOnly, place);
        return [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(TextCleaner.Clean(text.ReplaceLineEndings("\r\n"), place, log))];
    }

    /// <summary>The text units of the first sub-stream, or of the pieces it lists.</summary>
    private static string? Characters(byte[]? b)
    {
        if (b is null || b.Length < Head || !b.AsSpan().StartsWith("SsmgV.01"u8)) return null;
        if (Streams(b) is not { Count: > 0 } streams || streams[0] is not { Length: >= 12 } first) return null;
        if (first.AsSpan().StartsWith("TextV.01"u8)) return Units(first, 12, Number(first, 8));
        if (!first.AsSpan().StartsWith("QLSTV.01"u8) || Number(first, 8) is not (> 0 and <= MaxStreams and var pieces) || first.Length < 12 + pieces * 8) return null;
        var all = new StringBuilder();
        for (var i = 0; i < pieces; i++)
        {
            var (count, index) = (Number(first, 12 + i * 8), Number(first, 16 + i * 8));
            if (index < 1 || index >= streams.Count || Units(streams[index], 0, count) is not { } piece) return null;
            all.Append(piece);
        }
        return all.ToString();
    }

    /// <summary>The directory behind the blocks: for each sub-stream its number, length and blocks.</summary>
    private static List<byte[]>? Streams(byte[] b)
    {
        int count = Number(b, 8), size = Number(b, 12), blocks = Number(b, 16);
        if (count is < 1 or > MaxStreams || size is < 16 or > 65_536 || blocks < 1 || (long)blocks * size > b.Length - Head) return null;
        var streams = new List<byte[]>();
        var at = Head + blocks * size;
        for (var i = 0; i < count; i++)
        {
            if (at + 20 > b.Length) return null;
            int index = Number(b, at), length = Number(b, at + 8), used = Number(b, at + 12);
            at += 20;
            if (index != i || used < 0 || used > blocks || length < 0 || length > (long)used * size || at + used * 4 > b.Length) return null;
            var data = new MemoryStream();
            for (var n = 0; n < used; n++)
                if (Number(b, at + n * 4) is >= 0 and var block && block < blocks) data.Write(b, Head + block * size, size);
                else return null;
            at += used * 4;
            streams.Add(data.ToArray()[..length]);
        }
        return streams;
    }

    private static string? Units(byte[] b, int from, int count) => count > 0 && from + count * 2L <= b.Length ? Encoding.BigEndianUnicode.GetString(b, from, count * 2) : null;

    private static int Number(byte[] b, int at) => BinaryPrimitives.ReadInt32BigEndian(b.AsSpan(at)) is >= 0 and var n ? n : -1;

    /// <summary>Characters without the records between them; null when a record is not closed the way it says.</summary>
    private static string? Plain(string units)
    {
        var b = new StringBuilder(units.Length);
        for (var at = 0; at < units.Length;)
        {
            var c = units[at];
            if (c == '\0') break;
            if (c == Record)
            {
                if (at + 3 > units.Length || units[at + 2] is var length && length < 4 || at + length > units.Length || units[at + length - 1] is not (RecordEnd or InlineText)) return null;
                at += length;
                continue;
            }
            if (c == InlineEnd)
            {
                if (at + 1 >= units.Length || units[at + 1] < 2 || at + units[at + 1] > units.Length || units[at + units[at + 1] - 1] != RecordEnd) return null;
                at += units[at + 1];
                continue;
            }
            if (c is '\n' or '\x0C' or '\x0E') b.Append('\n');
            else if (c == '\t' || c >= ' ') b.Append(c);
            at++;
        }
        return b.ToString();
    }
}
