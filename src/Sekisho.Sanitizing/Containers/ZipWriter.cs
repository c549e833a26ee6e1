using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Sekisho.Sanitizing.Containers;

/// <summary>
/// Writes a ZIP with one form only (law E5): entries in the order given, deflate or stored, sizes in the local header, time
/// 1980-01-01 00:00, UTF-8 flag where a name is not ASCII, no extra fields, no comment. Archives stay below 4 GiB by LM-02.
/// </summary>
internal sealed class ZipWriter
{
    private readonly List<ReadOnlyMemory<byte>> pieces = [];
    private readonly MemoryStream directory = new();
    private long length;
    private int count;

    /// <param name="name">Name in the archive.</param>
    /// <param name="data">Kept as it is until the end where it is not packed: nobody may change it.</param>
    /// <param name="stored">Not packed.</param>
    internal void Add(string name, byte[] data, bool stored = false)
    {
        var nameBytes = Encoding.UTF8.GetBytes(name);
        var packed = stored || data.Length == 0 ? null : Deflate(data);
        if (packed is not null && packed.Length >= data.Length) packed = null;
        var body = packed ?? data;
        var local = checked((uint)length);
        Span<byte> header = stackalloc byte[46];
        header.Clear();
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], 20);
        BinaryPrimitives.WriteUInt16LittleEndian(header[8..], (ushort)(Ascii.IsValid(name) ? 0 : 0x800));
        BinaryPrimitives.WriteUInt16LittleEndian(header[10..], (ushort)(packed is null ? 0 : 8));
        BinaryPrimitives.WriteUInt16LittleEndian(header[14..], 0x21);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], Crc32.Of(data));
        BinaryPrimitives.WriteUInt32LittleEndian(header[20..], (uint)body.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[24..], (uint)data.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(header[28..], checked((ushort)nameBytes.Length));
        Put([.. "PK\x03\x04"u8, .. header[6..30], 0, 0, .. nameBytes]);
        Put(body);
        "PK\x01\x02"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], 20);
        BinaryPrimitives.WriteUInt32LittleEndian(header[42..], local);
        directory.Write(header);
        directory.Write(nameBytes);
        count++;
    }

    internal byte[] Finish()
    {
        var start = checked((uint)length);
        Put(directory.ToArray());
        Span<byte> end = stackalloc byte[22];
        end.Clear();
        "PK\x05\x06"u8.CopyTo(end);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], checked((ushort)count));
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], (uint)directory.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], start);
        Put(end.ToArray());
        var output = GC.AllocateUninitializedArray<byte>(checked((int)length));
        var at = 0;
        foreach (var piece in pieces)
        {
            piece.CopyTo(output.AsMemory(at));
            at += piece.Length;
        }
        return output;
    }

    private void Put(byte[] piece)
    {
        pieces.Add(piece);
        length += piece.Length;
    }

    private static byte[] Deflate(byte[] data)
    {
        var packed = new MemoryStream();
        using (var deflater = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true)) deflater.Write(data);
        return packed.ToArray();
    }
}
