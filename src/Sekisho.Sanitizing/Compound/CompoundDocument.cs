using System.Buffers.Binary;
using System.Text;

namespace Sekisho.Sanitizing.Compound;

/// <summary>
/// An OLE2 compound file read strictly ([MS-CFB], LM-14): chains without loops inside the file, a directory that is a tree. Used to tell what a
/// file is, what it carries, and for mails; nothing of an office document is ever copied from it.
/// </summary>
internal sealed class CompoundDocument
{
    internal static readonly byte[] Magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private const int MaxEntries = 20_000, MaxDepth = 64;
    private const uint None = 0xFFFFFFFF;
    private readonly byte[] bytes;
    private readonly uint rootStart;
    private readonly SectorTable sectors;
    private readonly byte[] directory, small;
    private readonly uint[] smallNext;
    private readonly uint cutoff;

    /// <exception cref="FileStop">LM-14: the structure does not hold.</exception>
    internal CompoundDocument(byte[] b)
    {
        if (b.Length < 1536 || !b.AsSpan().StartsWith(Magic)) throw SectorTable.Broken("header");
        bytes = b;
        sectors = new(b);
        cutoff = SectorTable.U32(b, 56);
        directory = sectors.Chain(SectorTable.U32(b, 48));
        if (directory.Length == 0 || directory.Length / 128 > MaxEntries || directory[66] != 5) throw SectorTable.Broken("directory");
        rootStart = SectorTable.U32(directory, 116);
        small = rootStart < 0xFFFFFFFA && BinaryPrimitives.ReadInt64LittleEndian(directory.AsSpan(120)) > 0 ? sectors.Chain(rootStart) : [];
        var table = SectorTable.U32(b, 60) is < 0xFFFFFFFA and var first ? sectors.Chain(first) : [];
        smallNext = new uint[table.Length / 4];
        for (var i = 0; i < smallNext.Length; i++) smallNext[i] = SectorTable.U32(table, i * 4);
        var entries = new Dictionary<string, CompoundEntry>(StringComparer.OrdinalIgnoreCase);
        Walk(SectorTable.U32(directory, 76), "", 0, new HashSet<uint> { 0 }, entries);
        Entries = entries;
    }

    /// <summary>Every entry by its path; two with one name stop the file.</summary>
    internal IReadOnlyDictionary<string, CompoundEntry> Entries { get; }

    internal bool Has(string path) => Entries.ContainsKey(path);

    /// <summary>Null when there is no such stream.</summary>
    internal byte[]? Read(string path)
    {
        if (!Entries.TryGetValue(path, out var entry) || entry.IsStorage) return null;
        if (entry.Size == 0) return [];
        var data = entry.Size < cutoff ? Small(entry.Start, entry.Size) : sectors.Chain(entry.Start);
        return data.Length >= entry.Size ? data[..(int)entry.Size] : throw SectorTable.Broken("size");
    }

    /// <summary>The same file with other bytes in some streams, each as long as before.</summary>
    internal byte[] Replaced(IReadOnlyDictionary<string, byte[]> streams)
    {
        var output = bytes.ToArray();
        foreach (var (path, data) in streams)
        {
            var entry = Entries[path];
            if (data.Length != entry.Size) throw new ArgumentException("A stream keeps its length.", nameof(streams));
            var isSmall = entry.Size < cutoff;
            var places = isSmall ? SmallPlaces(entry.Start) : sectors.Places(entry.Start);
            var step = isSmall ? 64 : sectors.Size;
            for (var at = 0; at < data.Length; at += step) data.AsSpan(at, Math.Min(step, data.Length - at)).CopyTo(output.AsSpan(places[at / step]));
        }
        return output;
    }

    private List<int> SmallPlaces(uint first)
    {
        var root = sectors.Places(rootStart);
        var places = new List<int>();
        // Read before, so the chain ends.
        for (var at = first; at != 0xFFFFFFFE && at < smallNext.Length; at = smallNext[at]) places.Add(root[(int)(at * 64 / sectors.Size)] + (int)(at * 64 % sectors.Size));
        return places;
    }

    private byte[] Small(uint first, long size)
    {
        var output = new MemoryStream();
        var seen = new HashSet<uint>();
        for (var at = first; at != 0xFFFFFFFE && output.Length < size; at = smallNext[at])
        {
            if (at >= smallNext.Length || !seen.Add(at) || (at + 1L) * 64 > small.Length) throw SectorTable.Broken("mini");
            output.Write(small, (int)at * 64, 64);
        }
        return output.ToArray();
    }

    /// <summary>The siblings of one level are a binary tree; each entry may be met once.</summary>
    private void Walk(uint first, string folder, int depth, HashSet<uint> seen, Dictionary<string, CompoundEntry> entries)
    {
        if (depth > MaxDepth) throw SectorTable.Broken("depth");
        var waiting = new Stack<uint>();
        waiting.Push(first);
        while (waiting.TryPop(out var id))
        {
            if (id == None) continue;
            if (id >= directory.Length / 128 || !seen.Add(id)) throw SectorTable.Broken("tree");
            var e = directory.AsSpan((int)id * 128, 128);
            var length = BinaryPrimitives.ReadUInt16LittleEndian(e[64..]);
            if (e[66] is not (1 or 2) || length is < 2 or > 64 || length % 2 != 0) throw SectorTable.Broken("entry");
            var name = Encoding.Unicode.GetString(e[..(length - 2)]);
            var size = sectors.Size == 512 ? SectorTable.U32(e, 120) : BinaryPrimitives.ReadInt64LittleEndian(e[120..]);
            if (size < 0 || size > int.MaxValue || !entries.TryAdd(folder + name, new(folder + name, name, e[66] == 1, SectorTable.U32(e, 116), size))) throw SectorTable.Broken("name");
            waiting.Push(SectorTable.U32(e, 68));
            waiting.Push(SectorTable.U32(e, 72));
            if (e[66] == 1) Walk(SectorTable.U32(e, 76), folder + name + "/", depth + 1, seen, entries);
        }
    }
}
