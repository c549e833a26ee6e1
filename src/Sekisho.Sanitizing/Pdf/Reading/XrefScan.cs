using Sekisho.Kernel;

namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>An index guessed by looking for every "n g obj" (damaged files, PD-14). What is read by it is drawn, never rebuilt.</summary>
internal static class XrefScan
{
    internal static (Dictionary<int, XrefEntry> Entries, PdfDict Trailer) Run(byte[] b, SanitiseBudget budget)
    {
        var entries = new Dictionary<int, XrefEntry>();
        var trailer = new PdfDict();
        for (var at = 0; ;)
        {
            var next = b.AsSpan(at).IndexOf("obj"u8);
            if (next < 0) break;
            at += next + 3;
            if (Head(b, at - 3) is not (var number, var offset)) continue;
            entries[number] = new(0, offset, 0, false);
            if (entries.Count > budget.Limits.Pdf.Objects) throw new FileStop("LM-13", Outcome.Blocked, "objects");
        }
        for (var at = 0; b.AsSpan(at).IndexOf("trailer"u8) is >= 0 and var next; at += next + 7)
            if (Try(() => new PdfLexer(b, at + next + 7, b.Length, true).Read()) is PdfDict found && found.Has("Root"))
                foreach (var (key, value) in found.Items) trailer[key] = value;
        foreach (var (number, entry) in entries.ToList()) Inside(b, number, entry, entries, trailer, budget);
        if (!trailer.Has("Root")) throw new FileStop("ID-01", Outcome.Blocked, "Root");
        return (entries, trailer);
    }

    /// <summary>Looks into object streams and xref streams, and takes a catalogue for the root where nothing names one.</summary>
    private static void Inside(byte[] b, int number, XrefEntry entry, Dictionary<int, XrefEntry> entries, PdfDict trailer, SanitiseBudget budget)
    {
        var value = Try(() => PdfBody.ReadAt(b, entry.Position, null).Value);
        var dict = value as PdfDict ?? (value as PdfStream)?.Dict;
        switch ((dict?["Type"] as PdfName)?.Value)
        {
            case "Catalog": trailer.Items.TryAdd("Root", new PdfRef(number)); break;
            case "XRef":
                foreach (var key in (string[])["Root", "Encrypt", "ID", "Info"])
                    if (dict!.Has(key)) trailer.Items.TryAdd(key, dict[key]);
                break;
            case "ObjStm" when value is PdfStream stream && !trailer.Has("Encrypt"):
                var index = Try(() => ObjectStream.Open(stream, budget, _ => PdfObj.Null));
                for (var n = 0; n < (index?.Numbers.Count ?? 0); n++) entries.TryAdd(index!.Numbers[n], new(number, n, 0, false));
                foreach (var inner in index?.Numbers ?? [])
                    if (!trailer.Has("Root") && Try(() => index!.Read(inner)) is PdfDict d && d["Type"] is PdfName { Value: "Catalog" }) trailer["Root"] = new PdfRef(inner);
                break;
        }
    }

    private static T? Try<T>(Func<T?> read) where T : class
    {
        try { return read(); }
        // What cannot be read in a damaged file is not there.
        catch (PdfDamage) { return null; }
    }

    /// <summary>Walks back from "obj" over generation and number.</summary>
    private static (int Number, int Offset)? Head(byte[] b, int at)
    {
        if (at + 3 < b.Length && PdfLexer.IsRegular(b[at + 3])) return null;
        if (!Back(b, ref at, out _) || !Back(b, ref at, out var number)) return null;
        return number <= 8_388_607 && (at == 0 || !PdfLexer.IsRegular(b[at - 1]) || b.AsSpan(0, at).EndsWith("endobj"u8)) ? ((int)number, at) : null;
    }

    private static bool Back(byte[] b, ref int at, out long value)
    {
        value = 0;
        var space = at;
        while (at > 0 && PdfLexer.IsSpace(b[at - 1])) at--;
        if (at == space && b[space] != 'o') return false;
        long place = 1;
        var digits = 0;
        for (; at > 0 && digits < 10 && b[at - 1] is >= (byte)'0' and <= (byte)'9'; at--, digits++, place *= 10) value += (b[at - 1] - '0') * place;
        return digits > 0;
    }
}
