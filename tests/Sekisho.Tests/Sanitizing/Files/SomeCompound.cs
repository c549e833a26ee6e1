using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Sekisho.Tests.Sanitizing.Files;

/// <summary>The smallest OLE2 compound files: header, one FAT sector, one directory sector with these entry names.</summary>
internal static class SomeCompound
{
    internal static byte[] With(params string[] streams)
    {
        var b = new byte[512 * 4];
        byte[] magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(b, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(b.AsSpan(30), 9);
        BinaryPrimitives.WriteUInt32LittleEndian(b.AsSpan(44), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(b.AsSpan(48), 1);
        b.AsSpan(76, 436).Fill(0xFF);
        b.AsSpan(60, 4).Fill(0xFF);
        b.AsSpan(68, 4).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(b.AsSpan(56), 4096);
        BinaryPrimitives.WriteUInt32LittleEndian(b.AsSpan(76), 0);
        b.AsSpan(512, 512).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(b.AsSpan(512), 0xFFFFFFFD);
        BinaryPrimitives.WriteUInt32LittleEndian(b.AsSpan(516), 0xFFFFFFFE);
        string[] names = ["Root Entry", .. streams];
        for (var i = 0; i < 4; i++) b.AsSpan(1024 + i * 128 + 68, 12).Fill(0xFF);
        for (var i = 0; i < names.Length; i++)
        {
            var at = 1024 + i * 128;
            // One level, each entry the right sibling of the one before; the streams are empty.
            if (i + 1 < names.Length) BinaryPrimitives.WriteUInt32LittleEndian(b.AsSpan(at + (i == 0 ? 76 : 72)), (uint)i + 1);
            BinaryPrimitives.WriteUInt32LittleEndian(b.AsSpan(at + 116), 0xFFFFFFFE);
            Encoding.Unicode.GetBytes(names[i]).CopyTo(b, at);
            BinaryPrimitives.WriteUInt16LittleEndian(b.AsSpan(at + 64), (ushort)(names[i].Length * 2 + 2));
            b[at + 66] = (byte)(i == 0 ? 5 : 2);
        }
        return b;
    }

    internal static byte[] Holding(string name, byte[] content) => Holding((name, content));

    /// <summary>Up to three streams with content, in sectors of their own (no mini stream); at most 60 kB.</summary>
    internal static byte[] Holding(params (string Name, byte[] Content)[] streams)
    {
        var file = new List<byte>(With([.. streams.Select(s => s.Name)]).AsSpan(0, 512 * 3).ToArray());
        var next = 2;
        for (var n = 0; n < streams.Length; n++)
        {
            var content = streams[n].Content;
            var sectors = (content.Length + 511) / 512;
            var head = CollectionsMarshal.AsSpan(file);
            BinaryPrimitives.WriteUInt32LittleEndian(head[56..], 0);
            BinaryPrimitives.WriteUInt32LittleEndian(head[(1024 + (n + 1) * 128 + 116)..], (uint)next);
            BinaryPrimitives.WriteUInt32LittleEndian(head[(1024 + (n + 1) * 128 + 120)..], (uint)content.Length);
            for (var i = 0; i < sectors; i++) BinaryPrimitives.WriteUInt32LittleEndian(head[(512 + 4 * (next + i))..], i + 1 < sectors ? (uint)(next + i + 1) : 0xFFFFFFFE);
            file.AddRange([.. content, .. new byte[sectors * 512 - content.Length]]);
            next += sectors;
        }
        return [.. file];
    }

    /// <summary>Its directory chain never ends.</summary>
    internal static byte[] Looped()
    {
        var b = With("WordDocument");
        BinaryPrimitives.WriteUInt32LittleEndian(b.AsSpan(516), 1);
        return b;
    }
}
