using System.Buffers.Binary;
using System.IO.Compression;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Containers;
using Sekisho.Sanitizing.Names;

namespace Sekisho.Sanitizing.Archives;

/// <summary>GZ-01 (RFC 1952): one member, checksum and length right, nothing behind; the content is treated and given in a ZIP. A TAR inside becomes the ZIP itself.</summary>
internal static class GzipFile
{
    internal static byte[] Rebuild(byte[] b, CleanedName name, FileContext context, FindingLog log, List<ChildFile> children)
    {
        var inner = Content(b, context);
        if (TarFile.LooksLikeTar(inner)) return TarFile.Rebuild(inner, context, log, children);
        log.Add("GZ-01", FindingAction.Rewritten, context.Name);
        var stem = name.Extension is "gz" ? name.Stem : "内容";
        return ArchiveFile.Pack([new(stem, false, _ => inner)], context, log, children);
    }

    /// <summary>What is packed in it.</summary>
    internal static byte[] Content(byte[] b, FileContext context) => Inflate(b, HeaderLength(b, context.Name), context);

    /// <summary>The stored name and comment are skipped, not believed: FNAME may hold a path.</summary>
    private static int HeaderLength(byte[] b, string place)
    {
        if (b.Length < 18 || b[2] != 8 || (b[3] & 0xE0) != 0) throw Wrong(place);
        var at = 10;
        if ((b[3] & 4) != 0) at = b.Length > at + 2 ? at + 2 + BinaryPrimitives.ReadUInt16LittleEndian(b.AsSpan(at)) : throw Wrong(place);
        foreach (var flag in (ReadOnlySpan<int>)[8, 16])
            if ((b[3] & flag) != 0)
            {
                var end = at < b.Length ? b.AsSpan(at).IndexOf((byte)0) : -1;
                if (end < 0) throw Wrong(place);
                at += end + 1;
            }
        if ((b[3] & 2) != 0) at += 2;
        return at + 8 <= b.Length ? at : throw Wrong(place);
    }

    private static byte[] Inflate(byte[] b, int start, FileContext context)
    {
        var packed = b.Length - 8 - start;
        long size = BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan(b.Length - 4));
        if (size > Array.MaxLength) throw new FileStop("LM-02", Outcome.Blocked, context.Name);
        context.Budget.CheckRatio(packed, size, context.Name);
        context.Budget.Expand(size, context.Name);
        var output = new byte[(int)size];
        var input = new LastByteApart(b, start, packed);
        try
        {
            using var inflater = new DeflateStream(input, CompressionMode.Decompress);
            if (inflater.ReadAtLeast(output, output.Length, false) != output.Length || inflater.ReadByte() != -1) throw Wrong(context.Name);
        }
        catch (InvalidDataException) { throw Wrong(context.Name); }
        var right = input.IsUsedUp && Crc32.Of(output) == BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan(b.Length - 8));
        return right ? output : throw Wrong(context.Name);
    }

    private static FileStop Wrong(string place) => new("GZ-01", Outcome.Blocked, place);
}
