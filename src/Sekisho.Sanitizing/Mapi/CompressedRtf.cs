using System.Buffers.Binary;
using System.Text;
using Sekisho.Kernel;

namespace Sekisho.Sanitizing.Mapi;

/// <summary>The RTF body of a MAPI message ([MS-OXRTFCP]): sizes and checksum must be right (RT-07), the output is bounded by what the header says and by LM-03.</summary>
internal static class CompressedRtf
{
    private const uint Packed = 0x75465A4C, Plain = 0x414C454D;
    private const int Window = 4_096, MostBytes = 64 << 20;
    // The dictionary both sides begin with (MS-OXRTFCP 2.1.3.1.1).
    private const string Prefix = "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

    internal static byte[] Expand(byte[] b, string place)
    {
        var size = BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan(4));
        var total = BinaryPrimitives.ReadUInt32LittleEndian(b);
        if (total != b.Length - 4 || size > MostBytes) throw Broken(place);
        var kind = BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan(8));
        if (kind == Plain) return b.AsSpan(16, (int)Math.Min(size, b.Length - 16)).ToArray();
        // Plain CRC-32 without the two inversions.
        if (kind != Packed || Sum(b.AsSpan(16)) != BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan(12))) throw Broken(place);
        return Unpack(b, (int)size, place);
    }

    private static byte[] Unpack(byte[] b, int size, string place)
    {
        var window = new byte[Window];
        var write = Encoding.ASCII.GetBytes(Prefix, window);
        var output = new MemoryStream();
        for (var at = 16; at < b.Length;)
        {
            int flags = b[at++];
            for (var bit = 0; bit < 8 && at < b.Length; bit++, flags >>= 1)
            {
                if ((flags & 1) == 0) { Put(b[at++]); continue; }
                if (at + 2 > b.Length) throw Broken(place);
                var word = b[at] << 8 | b[at + 1];
                at += 2;
                var from = word >> 4;
                if (from == write) return Checked(output, size, place);
                for (var n = (word & 15) + 2; n > 0; n--) Put(window[from++ % Window]);
            }
        }
        return Checked(output, size, place);

        void Put(byte value)
        {
            if (output.Length > size) throw Broken(place);
            output.WriteByte(value);
            window[write] = value;
            write = (write + 1) % Window;
        }
    }

    private static byte[] Checked(MemoryStream output, int size, string place) => output.Length <= size ? output.ToArray() : throw Broken(place);

    private static uint Sum(ReadOnlySpan<byte> data)
    {
        var crc = 0u;
        foreach (var x in data)
        {
            crc ^= x;
            for (var k = 0; k < 8; k++) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }
        return crc;
    }

    private static FileStop Broken(string place) => new("RT-07", Outcome.Blocked, place);
}
