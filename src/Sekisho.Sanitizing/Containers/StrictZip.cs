using System.IO.Compression;
using Sekisho.Kernel;

namespace Sekisho.Sanitizing.Containers;

/// <summary>
/// A ZIP read by rule ZP-01…06: the directory and a sequential walk give the same members, every byte before the end belongs to
/// exactly one of them, only stored and deflate, sizes and checksums true. Anything else stops with its rule.
/// </summary>
internal sealed class StrictZip
{
    private readonly byte[] bytes;
    private readonly SanitiseBudget budget;

    internal StrictZip(byte[] bytes, SanitiseBudget budget)
    {
        (this.bytes, this.budget) = (bytes, budget);
        var end = ZipDirectory.FindEnd(bytes);
        Entries = ZipDirectory.Entries(bytes, end, budget.Limits.EntriesPerArchive);
        TailStart = end.ArchiveEnd;
        CommentLength = end.ArchiveEnd - end.EndRecord - 22;
    }

    internal IReadOnlyList<ZipEntry> Entries { get; }
    internal SanitiseLimits Limits => budget.Limits;
    /// <summary>Where bytes after the archive begin; the file's length when there are none (ID-05).</summary>
    internal int TailStart { get; }
    internal int CommentLength { get; }

    internal static bool LooksLikeZip(ReadOnlySpan<byte> b) => b.StartsWith("PK\x03\x04"u8) || b.StartsWith("PK\x05\x06"u8);

    /// <summary>Expands one entry within the shared budget; sizes, checksum and the end of the deflate stream must be exact.</summary>
    internal byte[] Read(ZipEntry entry, string place)
    {
        if (entry.IsEncrypted) throw new FileStop("ZP-07", Outcome.Held, place);
        if (entry.Size > Array.MaxLength) throw new FileStop("LM-02", Outcome.Blocked, place);
        budget.CheckRatio(entry.Compressed, entry.Size, place);
        budget.Expand(entry.Size, place);
        var data = entry.Method == 0 ? bytes.AsSpan(entry.Start, entry.Compressed).ToArray() : Inflate(entry, place);
        if (Crc32.Of(data) != entry.Crc) throw Lie("checksum", place);
        return data;
    }

    private byte[] Inflate(ZipEntry entry, string place)
    {
        var output = new byte[(int)entry.Size];
        var input = new LastByteApart(bytes, entry.Start, entry.Compressed);
        using var inflater = new DeflateStream(input, CompressionMode.Decompress);
        try
        {
            var read = inflater.ReadAtLeast(output, output.Length, throwOnEndOfStream: false);
            if (read != output.Length || inflater.ReadByte() != -1) throw Lie("size", place);
        }
        catch (InvalidDataException) { throw Lie("deflate", place); }
        // The stream ended before its last byte was asked for: data hides behind the end of the deflate stream.
        return input.IsUsedUp ? output : throw Lie("tail", place);
    }

    private static FileStop Lie(string detail, string place) => new("ZP-01", Outcome.Blocked, place + ":" + detail);
}
