using System.Buffers.Binary;

namespace Sekisho.Sanitizing.Pdf.Fonts;

/// <summary>Bytes of a font table being written, high byte first.</summary>
internal sealed class BigEndian
{
    private readonly MemoryStream output = new();

    internal int Length => (int)output.Length;

    internal BigEndian U8(int value) { output.WriteByte((byte)(value & 255)); return this; }
    internal BigEndian U16(int value) { U8(value >> 8); return U8(value); }
    internal BigEndian U32(long value) { U16((int)((value >> 16) & 0xFFFF)); return U16((int)(value & 0xFFFF)); }
    internal BigEndian Bytes(ReadOnlySpan<byte> bytes) { output.Write(bytes); return this; }
    internal byte[] ToArray() => output.ToArray();

    internal static int U16(ReadOnlySpan<byte> b, int at) => BinaryPrimitives.ReadUInt16BigEndian(b[at..]);
    internal static int S16(ReadOnlySpan<byte> b, int at) => BinaryPrimitives.ReadInt16BigEndian(b[at..]);
    internal static long U32(ReadOnlySpan<byte> b, int at) => BinaryPrimitives.ReadUInt32BigEndian(b[at..]);
}
