using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Sekisho.Tests.Sanitizing.Files;

/// <summary>A ZIP writer that can lie on purpose; every lie is a property of an entry or of the archive.</summary>
internal sealed class SomeZip
{
    internal sealed record Entry(byte[] Name, byte[] Data)
    {
        public bool Stored { get; init; }
        public int Flags { get; init; }
        public int? Method { get; init; }
        public uint? CentralCrc { get; init; }
        public uint? CentralSize { get; init; }
        public byte[]? LocalName { get; init; }
        public byte[] Behind { get; init; } = [];
        public byte[] BehindDeflate { get; init; } = [];
        public uint UnixMode { get; init; }
        public bool Descriptor { get; init; }
        public byte[] CentralExtra { get; init; } = [];
        public uint? LocalOffset { get; init; }
    }

    internal List<Entry> Entries { get; } = [];
    internal byte[] Comment { get; init; } = [];
    internal byte[] Prefix { get; init; } = [];
    internal byte[] Tail { get; init; } = [];
    internal int CountLie { get; init; }

    internal static byte[] Of(params (string Name, byte[] Data)[] files)
    {
        var zip = new SomeZip();
        foreach (var (name, data) in files) zip.Add(name, data);
        return zip.Build();
    }

    internal SomeZip Add(string name, byte[] data)
    {
        Entries.Add(new(Encoding.UTF8.GetBytes(name), data) { Flags = Ascii.IsValid(name) ? 0 : 0x800 });
        return this;
    }

    internal SomeZip Add(string name, string text) => Add(name, Encoding.UTF8.GetBytes(text));
    internal SomeZip Add(Entry entry) { Entries.Add(entry); return this; }

    internal byte[] Build()
    {
        var output = new MemoryStream();
        output.Write(Prefix);
        var directory = new MemoryStream();
        foreach (var e in Entries) Write(e, output, directory);
        var start = (uint)(output.Position - Prefix.Length);
        directory.WriteTo(output);
        var end = new byte[22];
        "PK\x05\x06"u8.CopyTo(end);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)(Entries.Count + CountLie));
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)(Entries.Count + CountLie));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)directory.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), start);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(20), (ushort)Comment.Length);
        output.Write(end);
        output.Write(Comment);
        output.Write(Tail);
        return output.ToArray();
    }

    private void Write(Entry e, MemoryStream output, MemoryStream directory)
    {
        var body = e.Stored ? e.Data : [.. Deflate(e.Data), .. e.BehindDeflate];
        var method = e.Method ?? (e.Stored ? 0 : 8);
        var flags = e.Flags | (e.Descriptor ? 8 : 0);
        var offset = e.LocalOffset ?? (uint)(output.Position - Prefix.Length);
        var crc = Crc(e.Data);
        var local = e.LocalName ?? e.Name;
        output.Write("PK\x03\x04"u8);
        Numbers(output, (20, 2), (flags, 2), (method, 2), (0, 2), (0x21, 2), (e.Descriptor ? 0 : crc, 4), (e.Descriptor ? 0 : body.Length, 4), (e.Descriptor ? 0 : e.Data.Length, 4), (local.Length, 2), (0, 2));
        output.Write(local);
        output.Write(body);
        if (e.Descriptor)
        {
            output.Write("PK\x07\x08"u8);
            Numbers(output, (crc, 4), (body.Length, 4), (e.Data.Length, 4));
        }
        output.Write(e.Behind);
        directory.Write("PK\x01\x02"u8);
        Numbers(directory, ((e.UnixMode != 0 ? 3 << 8 : 0) | 20, 2), (20, 2), (flags, 2), (method, 2), (0, 2), (0x21, 2), (e.CentralCrc ?? crc, 4), (body.Length, 4), (e.CentralSize ?? (uint)e.Data.Length, 4),
            (e.Name.Length, 2), (e.CentralExtra.Length, 2), (0, 2), (0, 2), (0, 2), ((long)e.UnixMode << 16, 4), (offset, 4));
        directory.Write(e.Name);
        directory.Write(e.CentralExtra);
    }

    private static byte[] Deflate(byte[] data)
    {
        var packed = new MemoryStream();
        using (var deflater = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) deflater.Write(data);
        return packed.ToArray();
    }

    private static void Numbers(MemoryStream output, params (long Value, int Bytes)[] numbers)
    {
        foreach (var (value, bytes) in numbers)
            for (var i = 0; i < bytes; i++) output.WriteByte((byte)(value >> (8 * i) & 0xFF));
    }

    /// <summary>Bit by bit, so that the tests do not share the product's table.</summary>
    internal static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in data)
        {
            crc ^= b;
            for (var k = 0; k < 8; k++) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
