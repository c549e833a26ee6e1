using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Sekisho.Gate.Samples;

/// <summary>Files of the demonstration mails, made here so that no hostile sample lies in the repository.</summary>
internal static class DemoFiles
{
    private static readonly DateTimeOffset Fixed = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The scanners' harmless test file, put together here only: written out it would have this program quarantined.</summary>
    internal static byte[] TestVirus()
    {
        char[] backwards = [.. "*H+H$!ELIF-TSET-", .. "SURIVITNA-DRADNATS-", .. "RACIE$}7)CC7)^P(45XZP\\4[PA@%P!O5X"];
        Array.Reverse(backwards);
        return Encoding.ASCII.GetBytes(backwards);
    }

    /// <summary>A document with a macro part whose content is no macro at all.</summary>
    internal static byte[] MacroDocument(string text) => Zip(
    [
        ("[Content_Types].xml", """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>"""u8.ToArray()),
        ("_rels/.rels", """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""u8.ToArray()),
        ("word/_rels/document.xml.rels", """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>"""u8.ToArray()),
        ("word/document.xml", Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p><w:sectPr/></w:body></w:document>""")),
        ("word/vbaProject.bin", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]]),
    ]);

    internal static byte[] Archive(string name, string text) => Zip([(name, Encoding.UTF8.GetBytes(text))]);

    /// <summary>An archive as many offices send it: the traditional cipher of ZIP (APPNOTE 6.1). One stored member, opened with <paramref name="password"/>.</summary>
    internal static byte[] LockedArchive(string name, byte[] content, string password)
    {
        byte[] nameBytes = Encoding.UTF8.GetBytes(name), body = TraditionalCipher(content, password);
        var fields = new byte[26];
        (fields[0], fields[2], fields[8]) = (20, 1, 0x21);
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(10), Checksum(content));
        BinaryPrimitives.WriteInt32LittleEndian(fields.AsSpan(14), body.Length);
        BinaryPrimitives.WriteInt32LittleEndian(fields.AsSpan(18), content.Length);
        fields[22] = (byte)nameBytes.Length;
        byte[] local = [.. "PK\u0003\u0004"u8, .. fields, .. nameBytes, .. body], central = [.. "PK\u0001\u0002"u8, 20, 0, .. fields, .. new byte[14], .. nameBytes];
        var end = new byte[18];
        (end[4], end[6]) = (1, 1);
        BinaryPrimitives.WriteInt32LittleEndian(end.AsSpan(8), central.Length);
        BinaryPrimitives.WriteInt32LittleEndian(end.AsSpan(12), local.Length);
        return [.. local, .. central, .. "PK\u0005\u0006"u8, .. end];
    }

    private static byte[] TraditionalCipher(byte[] content, string password)
    {
        uint a = 0x12345678, b = 0x23456789, c = 0x34567890;
        foreach (var x in Encoding.ASCII.GetBytes(password)) Turn(x);
        byte[] plain = [.. new byte[11], (byte)(Checksum(content) >> 24), .. content];
        var closed = new byte[plain.Length];
        for (var i = 0; i < plain.Length; i++)
        {
            var t = (c | 2) & 0xFFFF;
            closed[i] = (byte)(plain[i] ^ (t * (t ^ 1) >> 8 & 0xFF));
            Turn(plain[i]);
        }
        return closed;

        void Turn(byte x)
        {
            a = Step(a, x);
            b = unchecked((b + (a & 0xFF)) * 134775813 + 1);
            c = Step(c, (byte)(b >> 24));
        }
    }

    /// <summary>A square of one colour, <paramref name="side"/> pixels.</summary>
    internal static byte[] Picture(int side)
    {
        using var rows = new MemoryStream();
        using (var deflate = new ZLibStream(rows, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = 0; y < side; y++)
            {
                deflate.WriteByte(0);
                for (var x = 0; x < side; x++) deflate.Write([(byte)(x * 255 / side), 0x66, (byte)(y * 255 / side)]);
            }
        }
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, side);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), side);
        (head[8], head[9]) = (8, 2);
        return [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", head), .. Chunk("tEXt", "Comment\0made for the demonstration"u8), .. Chunk("IDAT", rows.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, ReadOnlySpan<byte> data)
    {
        byte[] typed = [.. Encoding.ASCII.GetBytes(type), .. data];
        var chunk = new byte[typed.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        typed.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(typed.Length + 4), Checksum(typed));
        return chunk;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0xFFFFFFFFu;
        foreach (var b in bytes) sum = Step(sum, b);
        return ~sum;
    }

    private static uint Step(uint sum, byte b)
    {
        sum ^= b;
        for (var bit = 0; bit < 8; bit++) sum = (sum & 1) != 0 ? 0xEDB88320u ^ (sum >> 1) : sum >> 1;
        return sum;
    }

    private static byte[] Zip(IReadOnlyList<(string Name, byte[] Bytes)> entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = Fixed;
                using var content = entry.Open();
                content.Write(bytes);
            }
        }
        return stream.ToArray();
    }
}
