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

    /// <summary>The same for an encrypted entry with the password a person typed; a wrong one leaves the archive held (ZP-07).</summary>
    internal byte[] Read(ZipEntry entry, string place, string? password)
    {
        if (!entry.IsEncrypted || password is null) return Read(entry, place);
        var method = entry.Aes?.Method ?? entry.Method;
        if (method is not (0 or 8)) throw new FileStop("ZP-06", Outcome.Blocked, place, new Dictionary<string, string> { ["n"] = Show.Number(method) });
        if (entry.Size > Array.MaxLength) throw new FileStop("LM-02", Outcome.Blocked, place);
        budget.CheckRatio(entry.Compressed, entry.Size, place);
        budget.Expand(entry.Size, place);
        foreach (var form in ZipDecryptor.Forms(password))
            if (ZipDecryptor.Open(bytes.AsSpan(entry.Start, entry.Compressed), entry, form) is { } packed && Opened(packed, entry, method, place) is { } data) return data;
        throw new FileStop("ZP-07", Outcome.Held, place);
    }

    /// <summary>Null when what the password opened is not what the directory says: the password was wrong.</summary>
    private static byte[]? Opened(byte[] packed, ZipEntry entry, int method, string place)
    {
        try
        {
            var data = method == 0 ? packed : Inflate(packed, 0, packed.Length, entry.Size, place);
            return data.Length == entry.Size && (entry.Aes is not null && entry.Crc == 0 || Crc32.Of(data) == entry.Crc) ? data : null;
        }
        catch (FileStop) { return null; }
    }

    private byte[] Inflate(ZipEntry entry, string place) => Inflate(bytes, entry.Start, entry.Compressed, entry.Size, place);

    private static byte[] Inflate(byte[] from, int start, int length, long size, string place)
    {
        var output = new byte[(int)size];
        var input = new LastByteApart(from, start, length);
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
