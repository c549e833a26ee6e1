using Sekisho.Kernel;

namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>
/// The index of a file read from its last startxref backwards (ISO 32000 §7.5.4, §7.5.8): tables, streams, both mixed. The newest entry
/// of an object wins; a table and a stream of one section that disagree stop the file (PD-14).
/// </summary>
internal sealed class XrefTable
{
    private const int MaxSections = 1_000;

    private readonly byte[] b;
    private readonly SanitiseBudget budget;
    private readonly HashSet<int> visited = [];

    internal Dictionary<int, XrefEntry> Entries { get; } = [];
    internal PdfDict Trailer { get; private set; } = new();
    /// <summary>Sections chained by Prev.</summary>
    internal int Sections { get; private set; }

    internal XrefTable(byte[] bytes, SanitiseBudget budget)
    {
        (b, this.budget) = (bytes, budget);
        var from = Math.Max(0, b.Length - 1_024 - 512);
        var at = b.AsSpan(from).LastIndexOf("startxref"u8);
        if (at < 0) throw new PdfDamage("startxref");
        if (new PdfLexer(b, from + at + 9, b.Length, false).Read() is not PdfNum { IsInteger: true } start) throw new PdfDamage("startxref");
        Follow(start.Int);
        if (Trailer["Root"] is not PdfRef) throw new PdfDamage("trailer");
    }

    private void Follow(int start)
    {
        for (int? next = start; next is { } at;)
        {
            if (at < 0 || at >= b.Length || !visited.Add(at)) throw new PdfDamage("xref chain");
            if (++Sections > MaxSections) throw new FileStop("LM-13", Outcome.Blocked, "xref");
            var (found, trailer) = Section(at);
            if (trailer["XRefStm"] is PdfNum hybrid) Merge(found, Stream(hybrid.Int).Found);
            foreach (var (number, entry) in found) Entries.TryAdd(number, entry);
            if (Entries.Count > budget.Limits.Pdf.Objects) throw new FileStop("LM-13", Outcome.Blocked, "objects");
            foreach (var (key, value) in trailer.Items) Trailer.Items.TryAdd(key, value);
            next = trailer["Prev"] is PdfNum prev ? prev.Int : null;
        }
    }

    /// <summary>What a stream adds to its table: objects the table calls free. Two places for one object are two documents in one.</summary>
    private static void Merge(Dictionary<int, XrefEntry> table, Dictionary<int, XrefEntry> stream)
    {
        foreach (var (number, entry) in stream)
        {
            if (!table.TryGetValue(number, out var known) || known.IsFree) table[number] = entry;
            else if (!entry.IsFree && (known.Container != entry.Container || known.Position != entry.Position)) throw new FileStop("PD-14", Outcome.Blocked, "xref");
        }
    }

    private (Dictionary<int, XrefEntry> Found, PdfDict Trailer) Section(int at)
    {
        var lexer = new PdfLexer(b, at, b.Length, true);
        lexer.SkipSpace();
        return b.AsSpan(lexer.At).StartsWith("xref"u8) ? Table(lexer) : Stream(at);
    }

    private (Dictionary<int, XrefEntry> Found, PdfDict Trailer) Table(PdfLexer lexer)
    {
        lexer.At += 4;
        var found = new Dictionary<int, XrefEntry>();
        while (true)
        {
            var head = lexer.Read();
            if (head is PdfWord { Value: "trailer" }) break;
            if (head is not PdfNum { IsInteger: true } first || lexer.Read() is not PdfNum { IsInteger: true } count || count.Value < 0 || first.Value < 0 || first.Value > 8_388_607) throw new PdfDamage("xref");
            if (count.Value > budget.Limits.Pdf.Objects) throw new FileStop("LM-13", Outcome.Blocked, "objects");
            for (var n = 0; n < count.Int; n++) Line(lexer, first.Int + n, found);
        }
        return lexer.Read() is PdfDict trailer ? (found, trailer) : throw new PdfDamage("trailer");
    }

    private static void Line(PdfLexer lexer, int number, Dictionary<int, XrefEntry> found)
    {
        if (lexer.Read() is not PdfNum offset || lexer.Read() is not PdfNum generation || lexer.Read() is not PdfWord { Value: "n" or "f" } kind) throw new PdfDamage("xref line");
        var entry = new XrefEntry(0, offset.Int, generation.Int, kind.Value is "f" || offset.Int == 0);
        // An object named twice by one table has two faces.
        if (!found.TryAdd(number, entry) && found[number] != entry) throw new PdfDamage("xref twice");
    }

    private (Dictionary<int, XrefEntry> Found, PdfDict Trailer) Stream(int at)
    {
        if (PdfBody.ReadAt(b, at, null) is not (_, PdfStream stream) || stream.Dict["Type"] is not PdfName { Value: "XRef" }) throw new PdfDamage("xref stream");
        if (stream.Dict["W"] is not PdfList { Count: 3 } w) throw new PdfDamage("xref widths");
        var widths = new int[3];
        for (var i = 0; i < 3; i++) widths[i] = w.Items[i] is PdfNum { Value: >= 0 and <= 8 } width ? width.Int : throw new PdfDamage("xref widths");
        var data = StreamData.Decode(stream, budget, "xref");
        return (Rows(data, widths, Ranges(stream.Dict)), stream.Dict);
    }

    private List<(int First, int Count)> Ranges(PdfDict dict)
    {
        var ranges = new List<(int, int)>();
        if (dict["Index"] is PdfList index)
        {
            for (var i = 0; i + 1 < index.Count; i += 2)
                ranges.Add(index.Items[i] is PdfNum { Value: >= 0 and <= 8_388_607 } first && index.Items[i + 1] is PdfNum { Value: >= 0 } count ? (first.Int, count.Int) : throw new PdfDamage("xref index"));
        }
        else ranges.Add((0, dict["Size"] is PdfNum size ? size.Int : throw new PdfDamage("xref size")));
        if (ranges.Sum(r => (long)r.Item2) > budget.Limits.Pdf.Objects) throw new FileStop("LM-13", Outcome.Blocked, "objects");
        return ranges;
    }

    private static Dictionary<int, XrefEntry> Rows(byte[] data, int[] widths, List<(int First, int Count)> ranges)
    {
        var found = new Dictionary<int, XrefEntry>();
        int at = 0, row = widths.Sum();
        if (row == 0) throw new PdfDamage("xref widths");
        foreach (var (first, count) in ranges)
            for (var n = 0; n < count && at + row <= data.Length; n++, at += row)
            {
                var kind = widths[0] == 0 ? 1 : Field(data, at, widths[0]);
                long second = Field(data, at + widths[0], widths[1]), third = Field(data, at + widths[0] + widths[1], widths[2]);
                if (second > int.MaxValue || third > int.MaxValue) throw new PdfDamage("xref field");
                var entry = kind switch
                {
                    1 => new XrefEntry(0, (int)second, (int)third, false),
                    2 => new XrefEntry((int)second, (int)third, 0, false),
                    _ => new XrefEntry(0, 0, 0, true),
                };
                if (!found.TryAdd(first + n, entry) && found[first + n] != entry) throw new PdfDamage("xref twice");
            }
        return found;
    }

    private static long Field(byte[] data, int at, int width)
    {
        long value = 0;
        for (var i = 0; i < width; i++) value = unchecked((value << 8) | data[at + i]) & long.MaxValue;
        return value;
    }
}
