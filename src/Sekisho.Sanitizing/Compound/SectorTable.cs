using System.Buffers.Binary;
using Sekisho.Kernel;

namespace Sekisho.Sanitizing.Compound;

/// <summary>The sectors of a compound file and which follows which ([MS-CFB] 2.3–2.5); a loop or a sector outside the file stops by LM-14.</summary>
internal sealed class SectorTable
{
    private const uint LastRegular = 0xFFFFFFFA, EndOfChain = 0xFFFFFFFE;
    private const int HeaderEntries = 109;
    private readonly byte[] b;
    private readonly uint[] next;

    internal SectorTable(byte[] bytes)
    {
        b = bytes;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(b.AsSpan(30));
        if (shift is not (9 or 12)) throw Broken("sector-size");
        Size = 1 << shift;
        next = Fat();
    }

    /// <summary>Bytes of a sector.</summary>
    internal int Size { get; }

    /// <summary>The bytes of a chain from its first sector.</summary>
    internal byte[] Chain(uint first)
    {
        var output = new MemoryStream();
        var seen = new HashSet<uint>();
        for (var sector = first; sector != EndOfChain; sector = next[sector])
        {
            if (sector >= LastRegular || sector >= next.Length || !seen.Add(sector)) throw Broken("chain");
            output.Write(Sector(sector));
        }
        return output.ToArray();
    }

    /// <summary>Where in the file the sectors of a chain begin.</summary>
    internal List<int> Places(uint first)
    {
        var places = new List<int>();
        for (var sector = first; sector != EndOfChain; sector = next[sector])
        {
            if (sector >= next.Length || places.Count > next.Length) throw Broken("chain");
            places.Add(checked((int)((sector + 1L) * Size)));
        }
        return places;
    }

    internal static FileStop Broken(string detail) => new("LM-14", Outcome.Blocked, "cfb:" + detail);

    internal static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private uint[] Fat()
    {
        var sectors = new List<uint>();
        for (var i = 0; i < HeaderEntries; i++)
            if (U32(b, 76 + i * 4) is < LastRegular and var sector) sectors.Add(sector);
        var seen = new HashSet<uint>();
        for (var at = U32(b, 68); at < LastRegular;)
        {
            if (!seen.Add(at)) throw Broken("difat");
            var block = Sector(at);
            for (var i = 0; i < Size / 4 - 1; i++)
                if (U32(block, i * 4) is < LastRegular and var sector) sectors.Add(sector);
            at = U32(block, Size - 4);
        }
        if (sectors.Count != sectors.Distinct().Count()) throw Broken("fat");
        var table = new uint[checked(sectors.Count * (Size / 4))];
        for (var i = 0; i < table.Length; i++) table[i] = U32(Sector(sectors[i / (Size / 4)]), i % (Size / 4) * 4);
        return table;
    }

    /// <summary>The last sector of a file may be cut short by its writer; what is missing reads as zero.</summary>
    private ReadOnlySpan<byte> Sector(uint number)
    {
        var at = (number + 1L) * Size;
        if (at >= b.Length) throw Broken("outside");
        if (at + Size <= b.Length) return b.AsSpan((int)at, Size);
        var padded = new byte[Size];
        b.AsSpan((int)at).CopyTo(padded);
        return padded;
    }
}
