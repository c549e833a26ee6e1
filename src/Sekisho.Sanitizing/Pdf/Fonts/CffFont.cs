using System.Text;

namespace Sekisho.Sanitizing.Pdf.Fonts;

/// <summary>
/// A bare CFF font (TN 5176) read to its parts and written anew (PD-17): numbers of the dictionaries by list, glyph programs walked to
/// their end, names only where glyphs are found by them. Null when a part does not hold.
/// </summary>
internal sealed class CffFont
{
    private const int StandardStrings = 391, MaxPrivates = 256;
    private static readonly int[] TopNumbers = [1_201, 1_202, 1_203, 1_204, 1_205, 1_207, 5, 1_208];
    private static readonly int[] PrivateNumbers = [6, 7, 8, 9, 1_209, 1_210, 1_211, 10, 11, 1_212, 1_213, 1_214, 1_217, 1_218, 20, 21];

    private readonly byte[] b;
    private Dictionary<int, double[]> top = [];
    private List<byte[]> strings = [], global = [], glyphs = [];
    private readonly List<byte[]> keptStrings = [];
    private readonly Dictionary<int, int> keptIndex = [];

    private CffFont(byte[] bytes) => b = bytes;

    internal static byte[]? Rewrite(byte[] bytes)
    {
        try { return new CffFont(bytes).Run(); }
        catch (Exception e) when (e is FormatException or IndexOutOfRangeException or ArgumentException or OverflowException or InvalidOperationException) { return null; }
    }

    private byte[]? Run()
    {
        if (b.Length < 4 || b[0] != 1) return null;
        int at = b[2];
        if (CffIndex.Read(b, ref at).Count < 1) return null;
        var tops = CffIndex.Read(b, ref at);
        strings = CffIndex.Read(b, ref at);
        global = CffIndex.Read(b, ref at);
        if (tops.Count < 1) return null;
        top = CffDict.Read(tops[0]);
        if (top.TryGetValue(1_206, out var kind) && kind is not [2]) return null;
        at = Offset(17) ?? throw new FormatException("glyphs");
        glyphs = CffIndex.Read(b, ref at);
        if (glyphs.Count == 0) return null;
        return top.ContainsKey(1_230) ? ByNumber() : ByName();
    }

    private int? Offset(int name) => top.TryGetValue(name, out var value) && value is [>= 0 and var offset] && offset < b.Length ? (int)offset : null;

    private byte[] ByName()
    {
        var own = Private(top.GetValueOrDefault(18));
        var programs = Programs(_ => own);
        var charset = (Offset(15) ?? 0) <= 2 ? null : Charset(Offset(15)!.Value, Kept);
        var encoding = (Offset(16) ?? 0) <= 1 ? null : Encoding(Offset(16)!.Value);
        var charsetNumber = (int)(top.GetValueOrDefault(15)?.FirstOrDefault() ?? 0);
        var encodingNumber = (int)(top.GetValueOrDefault(16)?.FirstOrDefault() ?? 0);
        return Assemble([own], programs, charset, encoding, null, charsetNumber, encodingNumber);
    }

    private byte[] ByNumber()
    {
        var at = Offset(1_236) ?? throw new FormatException("fonts");
        var dicts = CffIndex.Read(b, ref at);
        if (dicts.Count is 0 or > MaxPrivates) throw new FormatException("fonts");
        var parts = dicts.Select(d => { var dict = CffDict.Read(d); return Private(dict.GetValueOrDefault(18)) with { Matrix = dict.GetValueOrDefault(1_207) }; }).ToList();
        var select = Select(Offset(1_237) ?? throw new FormatException("select"), parts.Count);
        var programs = Programs(g => parts[select[g]]);
        var charset = (Offset(15) ?? 0) <= 2 ? [.. Enumerable.Range(0, glyphs.Count)] : Charset(Offset(15)!.Value, cid => cid);
        return Assemble(parts, programs, charset, null, select, 0, 0);
    }

    private sealed record Part(Dictionary<int, double[]> Numbers, List<byte[]> Subroutines, double[]? Matrix);

    private Part Private(double[]? place)
    {
        if (place is not [>= 0 and var size, >= 0 and var offset] || offset + size > b.Length) return new([], [], null);
        var dict = CffDict.Read(b.AsSpan((int)offset, (int)size).ToArray());
        var at = dict.TryGetValue(19, out var relative) && relative is [> 0 and var r] ? (int)(offset + r) : -1;
        return new(dict, at < 0 ? [] : CffIndex.Read(b, ref at), null);
    }

    /// <summary>Every glyph program walked; one that does not hold ends at once and draws nothing.</summary>
    private List<byte[]> Programs(Func<int, Part> part)
    {
        var walker = new Type2Walker(global);
        return [.. glyphs.Select((program, g) => walker.Holds(program, part(g).Subroutines) ? program : [14])];
    }

    private int[] Charset(int at, Func<int, int> keep)
    {
        var set = new int[glyphs.Count];
        int format = b[at++], g = 1;
        while (g < set.Length)
        {
            var first = BigEndian.U16(b, at);
            at += 2;
            var more = format switch { 0 => 0, 1 => b[at++], 2 => BigEndian.U16(b, (at += 2) - 2), _ => throw new FormatException("charset") };
            for (var i = 0; i <= more && g < set.Length; i++) set[g++] = keep(first + i);
        }
        return set;
    }

    /// <summary>Our number for a string; its characters limited to those of glyph names.</summary>
    private int Kept(int sid)
    {
        if (sid < StandardStrings) return sid;
        if (keptIndex.TryGetValue(sid, out var known)) return known;
        var text = sid - StandardStrings < strings.Count ? strings[sid - StandardStrings] : [];
        var clean = text.Length is > 0 and <= 63 && text.All(c => c is > 32 and < 127 and not ((byte)'/' or (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'%'))
            ? text : System.Text.Encoding.ASCII.GetBytes("x" + Show.Number(keptStrings.Count));
        keptStrings.Add(clean);
        return keptIndex[sid] = StandardStrings + keptStrings.Count - 1;
    }

    private byte[] Encoding(int at)
    {
        var format = b[at++];
        var o = new BigEndian().U8(format);
        int count = b[at++];
        o.U8(count).Bytes(b.AsSpan(at, count * ((format & 127) == 0 ? 1 : (format & 127) == 1 ? 2 : throw new FormatException("encoding"))));
        at += count * ((format & 127) + 1);
        if (format < 128) return o.ToArray();
        int more = b[at++];
        o.U8(more);
        for (var i = 0; i < more; i++, at += 3) o.U8(b[at]).U16(Kept(BigEndian.U16(b, at + 1)));
        return o.ToArray();
    }

    private int[] Select(int at, int parts)
    {
        var select = new int[glyphs.Count];
        if (b[at] == 0) for (var g = 0; g < select.Length; g++) select[g] = b[at + 1 + g];
        else if (b[at] == 3)
        {
            var ranges = BigEndian.U16(b, at + 1);
            for (var i = 0; i < ranges; i++)
            {
                int from = BigEndian.U16(b, at + 3 + (3 * i)), to = Math.Min(BigEndian.U16(b, at + 6 + (3 * i)), select.Length);
                for (var g = from; g < to; g++) select[g] = b[at + 5 + (3 * i)];
            }
        }
        else throw new FormatException("select");
        return select.All(s => s < parts) ? select : throw new FormatException("select");
    }

    /// <summary>Parts in a fixed order; offsets have five bytes each, so the first layout is the last.</summary>
    private byte[] Assemble(List<Part> parts, List<byte[]> programs, int[]? charset, byte[]? encoding, int[]? select, int charsetNumber, int encodingNumber)
    {
        byte[] before = [1, 0, 4, 4, .. CffIndex.Write([System.Text.Encoding.ASCII.GetBytes("Font")])];
        byte[] after = [.. CffIndex.Write(keptStrings), .. CffIndex.Write(global)];
        var byNumber = select is not null;
        byte[] set = charset is null ? [] : [0, .. charset.Skip(1).SelectMany(s => new[] { (byte)((s >> 8) & 255), (byte)(s & 255) })];
        byte[] choice = select is null ? [] : [0, .. select.Select(s => (byte)s)];
        var charstrings = CffIndex.Write(programs);
        int Start(int topLength) => before.Length + topLength + after.Length;
        var topSize = CffIndex.Write([Top(byNumber, 0, 0, 0, 0, 0, 0, 0)]).Length;
        int setAt = Start(topSize), choiceAt = setAt + set.Length, encodingAt = choiceAt + choice.Length, glyphsAt = encodingAt + (encoding?.Length ?? 0), partsAt = glyphsAt + charstrings.Length;
        var fontsSize = byNumber ? CffIndex.Write([.. parts.Select(p => FontDict(p, 0, 0))]).Length : 0;
        var privates = parts.Select(p => (Dict: PrivateDict(p), Subroutines: p.Subroutines.Count > 0 ? CffIndex.Write(p.Subroutines) : [])).ToList();
        var at = partsAt + fontsSize;
        var places = privates.Select(p => { var place = at; at += p.Dict.Length + p.Subroutines.Length; return place; }).ToList();
        var topDict = Top(byNumber, charset is null ? charsetNumber : setAt, encoding is null ? encodingNumber : encodingAt, glyphsAt, partsAt, choiceAt, privates[0].Dict.Length, places[0]);
        var o = new BigEndian().Bytes(before).Bytes(CffIndex.Write([topDict])).Bytes(after).Bytes(set).Bytes(choice).Bytes(encoding ?? []).Bytes(charstrings);
        if (byNumber) o.Bytes(CffIndex.Write([.. parts.Select((p, i) => FontDict(p, privates[i].Dict.Length, places[i]))]));
        foreach (var (dict, subroutines) in privates) o.Bytes(dict).Bytes(subroutines);
        return o.ToArray();
    }

    private byte[] Top(bool byNumber, int charset, int encoding, int programs, int fonts, int select, int size, int place)
    {
        var o = new BigEndian();
        // Registry and ordering are the document's business; here two strings every reader knows by number.
        if (byNumber) CffDict.Put(o, 1_230, 1, 1, 0);
        foreach (var name in TopNumbers)
            if (top.TryGetValue(name, out var numbers) && numbers.Length > 0) CffDict.Put(o, name, numbers);
        CffDict.PutOffset(o, 15, charset);
        CffDict.PutOffset(o, 17, programs);
        if (byNumber)
        {
            if (top.TryGetValue(1_234, out var count) && count.Length == 1) CffDict.Put(o, 1_234, count);
            CffDict.PutOffset(o, 1_236, fonts);
            CffDict.PutOffset(o, 1_237, select);
        }
        else
        {
            CffDict.PutOffset(o, 16, encoding);
            CffDict.PutOffset(o, 18, size, place);
        }
        return o.ToArray();
    }

    private static byte[] FontDict(Part part, int size, int place)
    {
        var o = new BigEndian();
        if (part.Matrix is { Length: 6 } matrix) CffDict.Put(o, 1_207, matrix);
        CffDict.PutOffset(o, 18, size, place);
        return o.ToArray();
    }

    private static byte[] PrivateDict(Part part)
    {
        var o = new BigEndian();
        foreach (var name in PrivateNumbers)
            if (part.Numbers.TryGetValue(name, out var numbers) && numbers.Length > 0) CffDict.Put(o, name, numbers);
        if (part.Subroutines.Count == 0) return o.ToArray();
        CffDict.PutOffset(o, 19, o.Length + 6);
        return o.ToArray();
    }
}
