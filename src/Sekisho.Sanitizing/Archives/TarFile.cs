using System.Globalization;
using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Names;

namespace Sekisho.Sanitizing.Archives;

/// <summary>
/// TAR (POSIX ustar, pax, GNU long names), read strictly and repacked as ZIP (TR-01): checksums right, sizes plain octal, files and folders
/// only; a link, device, sparse map or a second archive behind the end stops it.
/// </summary>
internal static class TarFile
{
    private const int Block = 512;

    internal static byte[] Rebuild(byte[] b, FileContext context, FindingLog log, List<ChildFile> children)
    {
        var output = ArchiveFile.Pack(Members(b, context, log), context, log, children);
        log.Add("TR-01", FindingAction.Rewritten, context.Name);
        return output;
    }

    internal static bool LooksLikeTar(byte[] b) => b.Length >= 2 * Block && b.AsSpan(257, 5).SequenceEqual("ustar"u8);

    internal static List<ArchiveMember> Members(byte[] b, FileContext context, FindingLog log)
    {
        var members = new List<ArchiveMember>();
        string? longName = null;
        var at = 0;
        while (at + Block <= b.Length && b.AsSpan(at, Block).IndexOfAnyExcept((byte)0) >= 0)
        {
            var header = b.AsSpan(at, Block);
            CheckSum(header, context.Name);
            var size = Octal(header.Slice(124, 12), context.Name);
            var (start, type) = (at + Block, (char)header[156]);
            if (size > b.Length - start) throw Wrong(context.Name);
            at = checked(start + (int)((size + Block - 1) / Block * Block));
            switch (type)
            {
                case 'x': longName = Pax(b.AsSpan(start, (int)size), context.Name, members.Count + 1, log) ?? longName; break;
                case 'L': longName = Text(b.AsSpan(start, (int)size), members.Count + 1, log); break;
                case 'g': break;
                case '0' or '\0' or '7' or '5':
                    if (members.Count >= context.Limits.EntriesPerArchive) throw new FileStop("LM-04", Outcome.Blocked, context.Name);
                    var name = longName ?? HeaderName(header, members.Count + 1, log);
                    var length = (int)size;
                    members.Add(new(name, type == '5' || name.EndsWith('/'), place => Copy(b, start, length, place, context.Budget)));
                    longName = null;
                    break;
                default: throw new FileStop("ZP-04", Outcome.Blocked, context.Name);
            }
        }
        // Concatenated archives: some programs stop at the zero blocks, some go on behind them.
        if (b.AsSpan(Math.Min(at, b.Length)).IndexOfAnyExcept((byte)0) >= 0) throw Wrong(context.Name);
        return members;
    }

    private static byte[] Copy(byte[] b, int start, int length, string place, SanitiseBudget budget)
    {
        budget.Expand(length, place);
        return b.AsSpan(start, length).ToArray();
    }

    private static string HeaderName(ReadOnlySpan<byte> header, int number, FindingLog log)
    {
        var name = Text(header[..100], number, log);
        var prefix = header.Slice(257, 6).SequenceEqual("ustar\0"u8) ? Text(header.Slice(345, 155), number, log) : "";
        return prefix.Length > 0 ? prefix + "/" + name : name;
    }

    private static string Text(ReadOnlySpan<byte> field, int number, FindingLog log)
    {
        var end = field.IndexOf((byte)0);
        return NameDecoder.Decode((end < 0 ? field : field[..end]).ToArray(), false, number, log);
    }

    /// <summary>"27 path=…\n" records; a link target or a size that differs from the header is a second reading of the same member.</summary>
    private static string? Pax(ReadOnlySpan<byte> body, string place, int number, FindingLog log)
    {
        string? path = null;
        while (!body.IsEmpty)
        {
            var space = body.IndexOf((byte)' ');
            if (space is < 1 or > 9 || !int.TryParse(body[..space], NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length <= space + 1 || length > body.Length || body[length - 1] != '\n') throw Wrong(place);
            var record = Encoding.UTF8.GetString(body[(space + 1)..(length - 1)]);
            if (record.StartsWith("path=", StringComparison.Ordinal)) path = NameDecoder.Decode(body[(space + 6)..(length - 1)].ToArray(), true, number, log);
            if (record.StartsWith("linkpath=", StringComparison.Ordinal) || record.StartsWith("size=", StringComparison.Ordinal) || record.StartsWith("GNU.sparse", StringComparison.Ordinal)) throw Wrong(place);
            body = body[length..];
        }
        return path;
    }

    private static void CheckSum(ReadOnlySpan<byte> header, string place)
    {
        var sum = 0;
        for (var i = 0; i < Block; i++) sum += i is >= 148 and < 156 ? ' ' : header[i];
        if (Octal(header.Slice(148, 8), place) != sum) throw Wrong(place);
    }

    private static long Octal(ReadOnlySpan<byte> field, string place)
    {
        long value = 0;
        var text = field.TrimStart((byte)' ').TrimEnd(" \0"u8);
        foreach (var c in text) value = c is >= (byte)'0' and <= (byte)'7' ? value * 8 + (c - '0') : throw Wrong(place);
        return value;
    }

    private static FileStop Wrong(string place) => new("TR-01", Outcome.Blocked, place);
}
