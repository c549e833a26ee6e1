using System.IO.Compression;
using System.Text;

namespace Sekisho.Tests.Sanitizing.Fuzz;

/// <summary>Changes by the structure of containers: members of a ZIP, chunks of a PNG, segments of a JPEG, the packed stream of a gzip.</summary>
internal static class Packages
{
    /// <summary>Members are changed by what they are, dropped, doubled, renamed or swapped; seldom the bytes of the archive itself.</summary>
    internal static byte[] Zip(byte[] b, Random r)
    {
        var entries = new List<(string Name, byte[] Data, bool Stored)>();
        try
        {
            using var archive = new ZipArchive(new MemoryStream(b));
            foreach (var e in archive.Entries)
            {
                using var s = e.Open();
                var m = new MemoryStream();
                s.CopyTo(m);
                entries.Add((e.FullName, m.ToArray(), e.FullName == "mimetype"));
            }
        }
        catch (InvalidDataException) { return Pieces.Bytes(b, r); }
        if (entries.Count == 0) return Pieces.Bytes(b, r);
        for (var n = Pieces.Few(r); n > 0 && entries.Count > 0; n--) Once(entries, r);
        var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, data, stored) in entries)
            {
                using var s = archive.CreateEntry(name.Length == 0 ? " " : name, stored ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
                s.Write(data);
            }
        return r.Next(8) == 0 ? Pieces.Bytes(output.ToArray(), r) : output.ToArray();
    }

    private static void Once(List<(string Name, byte[] Data, bool Stored)> entries, Random r)
    {
        var at = r.Next(entries.Count);
        var (name, data, stored) = entries[at];
        switch (r.Next(14))
        {
            case 0: entries.RemoveAt(at); break;
            case 1: entries.Add(entries[at]); break;
            case 2: entries[at] = (entries[r.Next(entries.Count)].Name, data, stored); break;
            case 3: entries[at] = (name, entries[r.Next(entries.Count)].Data, stored); break;
            case 4: entries[at] = (Encoding.Latin1.GetString(Pieces.Bytes(Encoding.Latin1.GetBytes(name), r)), data, stored); break;
            case 5: entries.Insert(r.Next(entries.Count + 1), (((string[])["word/vbaProject.bin", "word/embeddings/oleObject1.bin", "xl/externalLinks/externalLink1.xml", "Basic/Standard/Module1.xml", "../x", "a.exe", "customXml/item1.xml", "x\\y"])[r.Next(8)], Encoding.Latin1.GetBytes(Dictionaries.Xml[r.Next(Dictionaries.Xml.Length)]), false)); break;
            default: entries[at] = (name, Member(name, data, r), stored); break;
        }
    }

    private static byte[] Member(string name, byte[] data, Random r) =>
        name.EndsWith(".png", StringComparison.OrdinalIgnoreCase) ? Png(data, r)
        : name.EndsWith(".jpg", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase) ? Jpeg(data, r)
        : data.Length > 0 && data[0] == '<' || data.Length > 3 && data[3] == '<' ? Markup(data, r) : Pieces.Bytes(data, r);

    /// <summary>Tags, and within one tag its attributes.</summary>
    internal static byte[] Markup(byte[] b, Random r) => r.Next(4) != 0 && XmlTree.Change(b, r) is { } changed ? changed :
        Pieces.Join(Pieces.Change(Pieces.Split(b, "<", r.Next(3) == 0 ? "> \"=" : ">"), r, Dictionaries.Xml));

    /// <summary>Chunks, whose checksums are made right again more often than not.</summary>
    internal static byte[] Png(byte[] b, Random r)
    {
        if (b.Length < 20 || r.Next(6) == 0) return Pieces.Bytes(b, r);
        var chunks = new List<byte[]>();
        for (var at = 8; at + 12 <= b.Length;)
        {
            var length = b[at] << 24 | b[at + 1] << 16 | b[at + 2] << 8 | b[at + 3];
            if (length < 0 || length > b.Length - at - 12) break;
            chunks.Add(b[(at + 4)..(at + 8 + length)]);
            at += 12 + length;
        }
        if (chunks.Count == 0) return Pieces.Bytes(b, r);
        for (var n = Pieces.Few(r); n > 0; n--)
            if (chunks.Count == 0) break;
            else if (r.Next(3) == 0) Pieces.Change(chunks, r, ["tEXtComment\0x", "PLTE\0\0\0\x01\x02\x03", "tRNS\0\0", "IEND", "iCCPx\0\0", "acTL\0\0\0\x05\0\0\0\0", "IDAT\x78\x9c\x03\0\0\0\0\x01", "zzZZMZ"]);
            else { var at = r.Next(chunks.Count); chunks[at] = Chunk(chunks[at], r); }
        var output = new MemoryStream();
        output.Write(b, 0, 8);
        foreach (var chunk in chunks)
        {
            Big(output, (uint)Math.Max(0, chunk.Length - 4));
            output.Write(chunk);
            Big(output, r.Next(20) == 0 ? (uint)r.Next() : Files.SomeZip.Crc(chunk));
        }
        return output.ToArray();
    }

    /// <summary>Image data is changed inside its compression.</summary>
    private static byte[] Chunk(byte[] chunk, Random r)
    {
        if (!chunk.AsSpan().StartsWith("IDAT"u8) || r.Next(2) == 0) return chunk.Length > 4 ? [.. chunk[..4], .. Pieces.Bytes(chunk[4..], r)] : Pieces.Bytes(chunk, r);
        return Inflate(chunk[4..]) is { } plain ? [.. "IDAT"u8, .. Files.SomePdf.Deflate(Pieces.Bytes(plain, r))] : chunk;
    }

    private static void Big(MemoryStream output, uint value)
    {
        for (var i = 24; i >= 0; i -= 8) output.WriteByte((byte)(value >> i & 0xFF));
    }

    /// <summary>What a zlib stream holds, at most 4 MiB; null when it is none.</summary>
    internal static byte[]? Inflate(byte[] packed)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
            var plain = new byte[4 << 20];
            return plain[..zlib.ReadAtLeast(plain, plain.Length, throwOnEndOfStream: false)];
        }
        catch (InvalidDataException) { return null; }
    }

    /// <summary>Segments; the data of the scan byte by byte.</summary>
    internal static byte[] Jpeg(byte[] b, Random r)
    {
        if (r.Next(4) == 0) return Pieces.Bytes(b, r);
        var segments = new List<byte[]>();
        var at = 2;
        while (at + 4 <= b.Length && b[at] == 0xFF && b[at + 1] is not 0xDA)
        {
            var end = at + 2 + (b[at + 2] << 8 | b[at + 3]);
            if (end > b.Length || end < at + 4) break;
            segments.Add(b[at..end]);
            at = end;
        }
        if (segments.Count == 0) return Pieces.Bytes(b, r);
        segments.Add(b[Math.Min(at, b.Length)..]);
        return [0xFF, 0xD8, .. Pieces.Join(Pieces.Change(segments, r, ["\xFF\xE1\0\x06Exif", "\xFF\xFE\0\x04ab", "\xFF\xDD\0\x04\0\x01", "\xFF\xC0\0\x0B\x08\xFF\xFF\xFF\xFF\x01\x01\x11\0", "\xFF\xD9", "\xFF\xD0"]))];
    }

    internal static byte[] Gzip(byte[] b, Random r)
    {
        if (r.Next(3) == 0) return Pieces.Bytes(b, r);
        try
        {
            using var s = new GZipStream(new MemoryStream(b), CompressionMode.Decompress);
            var plain = new MemoryStream();
            s.CopyTo(plain);
            var output = new MemoryStream();
            using (var packed = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true)) packed.Write(Pieces.Bytes(plain.ToArray(), r));
            return output.ToArray();
        }
        catch (InvalidDataException) { return Pieces.Bytes(b, r); }
    }
}
