using Sekisho.Sanitizing.Pdf.Content;
using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf.Fonts;

/// <summary>Font dictionaries by kind (ISO 32000 §9.5 to §9.8), each from its own list of keys; numbers must be numbers (PD-17).</summary>
internal sealed class FontRebuilder(PdfRebuild rebuild)
{
    private readonly FontPrograms programs = new(rebuild);

    /// <param name="around">Resources of what uses the font, for drawn fonts without their own.</param>
    internal PdfObj? Make(PdfObj source, PdfDict around, ContentBudget budget, int depth) =>
        rebuild.Once(source, "font", value => value is PdfDict from && Build(from, around, budget, depth) is { } to ? rebuild.Out.Add(to) : null);

    private PdfDict? Build(PdfDict from, PdfDict around, ContentBudget budget, int depth)
    {
        var kind = rebuild.Doc.Name(from["Subtype"]);
        var to = new PdfDict { ["Type"] = new PdfName("Font"), ["Subtype"] = new PdfName(kind is "MMType1" ? "Type1" : kind ?? "Type1") };
        if (kind is not "Type3") to["BaseFont"] = new PdfName(FontName(from["BaseFont"]));
        var made = kind switch
        {
            "Type0" => Composite(from, to),
            "Type3" => Drawn(from, to, around, budget, depth),
            "Type1" or "MMType1" or "TrueType" => Simple(from, to),
            _ => null,
        };
        if (made is not null && rebuild.Doc.Resolve(from["ToUnicode"]) is PdfStream && rebuild.Once(from["ToUnicode"], "tounicode", ToUnicode) is { } text) made["ToUnicode"] = text;
        return made;
    }

    /// <summary>The name viewers look a missing font up by: printable characters and Japanese bytes, no more.</summary>
    private string FontName(PdfObj value)
    {
        var name = rebuild.Doc.Name(value) ?? "";
        var clean = string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or ',' or '_' or '.' or ' ' or >= '\x80').Take(120));
        return clean.Length == 0 ? "Font" : clean;
    }

    private PdfObj? ToUnicode(PdfObj value)
    {
        var map = CodeMap.Read(rebuild.Doc.Bytes((PdfStream)value, "ToUnicode"));
        return map.IsEmpty ? null : rebuild.Out.Add(PdfWriter.Packed(new(), map.Write(null)));
    }

    private PdfDict Simple(PdfDict from, PdfDict to)
    {
        Widths(from, to);
        if (rebuild.Doc.Dict(from["FontDescriptor"]) is not null && rebuild.Once(from["FontDescriptor"], "descriptor", v => rebuild.Doc.Dict(v) is { } d ? programs.Descriptor(d, false) : null) is { } descriptor) to["FontDescriptor"] = descriptor;
        if (Encoding(from["Encoding"]) is { } encoding) to["Encoding"] = encoding;
        return to;
    }

    private void Widths(PdfDict from, PdfDict to)
    {
        rebuild.CopyNumber(from, to, "FirstChar", 0, 255);
        rebuild.CopyNumber(from, to, "LastChar", 0, 255);
        if (rebuild.Doc.List(from["Widths"]) is { Count: <= 512 } widths)
            to["Widths"] = new PdfList([.. widths.Items.Select(w => new PdfNum(rebuild.Doc.Number(w) ?? 0))]);
    }

    private PdfObj? Encoding(PdfObj source)
    {
        if (rebuild.Doc.Name(source) is { } name) return IsBase(name) ? new PdfName(name) : null;
        if (rebuild.Doc.Dict(source) is not { } from) return null;
        var to = new PdfDict();
        if (rebuild.Doc.Name(from["BaseEncoding"]) is { } known && IsBase(known)) to["BaseEncoding"] = new PdfName(known);
        if (rebuild.Doc.List(from["Differences"]) is { Count: <= 2_048 } list)
            to["Differences"] = new PdfList([.. list.Items.Select(rebuild.Doc.Resolve).Where(i => i is PdfNum { Value: >= 0 and <= 255 } or PdfName { Value.Length: <= 63 })]);
        return to.Items.Count > 0 ? to : null;
    }

    private static bool IsBase(string name) => name is "WinAnsiEncoding" or "MacRomanEncoding" or "MacExpertEncoding" or "StandardEncoding" or "PDFDocEncoding";

    private PdfDict? Composite(PdfDict from, PdfDict to)
    {
        if (rebuild.Doc.List(from["DescendantFonts"]) is not { Count: > 0 } list || rebuild.Doc.Dict(list.Items[0]) is not { } inner) return null;
        if (rebuild.Once(list.Items[0], "cidfont", _ => Inner(inner)) is not { } descendant) return null;
        to["DescendantFonts"] = new PdfList([descendant]);
        var encoding = rebuild.Doc.Resolve(from["Encoding"]);
        if (encoding is PdfName name) to["Encoding"] = new PdfName(CodeMap.IsPredefined(name.Value) ? name.Value : "Identity-H");
        else if (encoding is PdfStream && rebuild.Once(from["Encoding"], "cmap", v => Codes((PdfStream)v, inner)) is { } codes) to["Encoding"] = codes;
        else to["Encoding"] = new PdfName("Identity-H");
        return to;
    }

    private PdfRef? Codes(PdfStream stream, PdfDict inner)
    {
        var map = CodeMap.Read(rebuild.Doc.Bytes(stream, "CMap"));
        if (map.IsEmpty && map.Base is null) return null;
        var (registry, ordering, supplement) = Collection(inner["CIDSystemInfo"]);
        var to = new PdfDict { ["Type"] = new PdfName("CMap"), ["CMapName"] = new PdfName("Codes"), ["CIDSystemInfo"] = System(registry, ordering, supplement) };
        if (map.WritingMode == 1 || rebuild.Doc.Number(stream.Dict["WMode"]) is 1) to["WMode"] = new PdfNum(1);
        if (map.Base is not null) to["UseCMap"] = new PdfName(map.Base);
        return rebuild.Out.Add(PdfWriter.Packed(to, map.Write(ordering)));
    }

    private PdfObj? Inner(PdfDict from)
    {
        var kind = rebuild.Doc.Name(from["Subtype"]);
        if (kind is not ("CIDFontType0" or "CIDFontType2")) return null;
        var to = new PdfDict { ["Type"] = new PdfName("Font"), ["Subtype"] = new PdfName(kind), ["BaseFont"] = new PdfName(FontName(from["BaseFont"])) };
        var (registry, ordering, supplement) = Collection(from["CIDSystemInfo"]);
        to["CIDSystemInfo"] = System(registry, ordering, supplement);
        if (rebuild.Doc.Dict(from["FontDescriptor"]) is not null && rebuild.Once(from["FontDescriptor"], "descriptor", v => rebuild.Doc.Dict(v) is { } d ? programs.Descriptor(d, true, rebuild.Doc.Resolve(from["CIDToGIDMap"]) is PdfStream) : null) is { } descriptor) to["FontDescriptor"] = descriptor;
        rebuild.CopyNumber(from, to, "DW");
        rebuild.CopyNumbers(from, to, "DW2", 2, 2);
        foreach (var key in (string[])["W", "W2"])
            if (rebuild.Doc.List(from[key]) is { Count: <= 200_000 } widths) to[key] = new PdfList([.. widths.Items.Select(Width)]);
        if (rebuild.Doc.Resolve(from["CIDToGIDMap"]) is PdfName { Value: "Identity" }) to["CIDToGIDMap"] = new PdfName("Identity");
        else if (rebuild.Doc.Resolve(from["CIDToGIDMap"]) is PdfStream && rebuild.Once(from["CIDToGIDMap"], "gids", v => Glyphs((PdfStream)v)) is { } glyphs) to["CIDToGIDMap"] = glyphs;
        return rebuild.Out.Add(to);
    }

    private PdfObj Width(PdfObj value) => rebuild.Doc.Resolve(value) is PdfList list
        ? new PdfList([.. list.Items.Take(70_000).Select(i => new PdfNum(rebuild.Doc.Number(i) ?? 0))])
        : new PdfNum(rebuild.Doc.Number(value) ?? 0);

    private PdfRef Glyphs(PdfStream stream)
    {
        var data = rebuild.Doc.Bytes(stream, "CIDToGIDMap");
        return rebuild.Out.Add(PdfWriter.Packed(new(), data.AsSpan(0, Math.Min(data.Length & ~1, 131_072))));
    }

    private (string Registry, string Ordering, int Supplement) Collection(PdfObj source)
    {
        if (rebuild.Doc.Dict(source) is not { } from) return ("Adobe", "Identity", 0);
        return (Word(from["Registry"], "Adobe"), Word(from["Ordering"], "Identity"), (int)Math.Clamp(rebuild.Doc.Number(from["Supplement"]) ?? 0, 0, 99));
    }

    private string Word(PdfObj value, string otherwise) =>
        rebuild.Doc.Resolve(value) is PdfText { Bytes.Length: > 0 and <= 32 } text && text.Bytes.All(c => char.IsAsciiLetterOrDigit((char)c)) ? global::System.Text.Encoding.ASCII.GetString(text.Bytes) : otherwise;

    private static PdfDict System(string registry, string ordering, int supplement) => new()
    {
        ["Registry"] = new PdfText(global::System.Text.Encoding.ASCII.GetBytes(registry)), ["Ordering"] = new PdfText(global::System.Text.Encoding.ASCII.GetBytes(ordering)), ["Supplement"] = new PdfNum(supplement),
    };

    private PdfDict? Drawn(PdfDict from, PdfDict to, PdfDict around, ContentBudget budget, int depth)
    {
        if (rebuild.Doc.Dict(from["CharProcs"]) is not { } procedures || !rebuild.CopyNumbers(from, to, "FontMatrix", 6, 6)) return null;
        to["FontBBox"] = new PdfList(rebuild.Numbers(from["FontBBox"], 4, 4) ?? [0, 0, 0, 0]);
        Widths(from, to);
        if (Encoding(from["Encoding"]) is { } encoding) to["Encoding"] = encoding;
        if (rebuild.Doc.Dict(from["FontDescriptor"]) is not null && rebuild.Once(from["FontDescriptor"], "descriptor", v => rebuild.Doc.Dict(v) is { } d ? programs.Descriptor(d, false) : null) is { } descriptor) to["FontDescriptor"] = descriptor;
        var scope = new ResourceScope(rebuild, rebuild.Doc.Dict(from["Resources"]) ?? around, budget, depth + 1);
        var made = new PdfDict();
        foreach (var (name, value) in procedures.Items.Take(4_096))
            if (name.Length <= 63 && rebuild.Doc.Resolve(value) is PdfStream glyph)
                made[name] = rebuild.Out.Add(PdfWriter.Packed(new(), new ContentRewriter(rebuild, scope).Run(rebuild.Doc.Bytes(glyph, "glyph"))));
        to["CharProcs"] = made;
        to["Resources"] = scope.Written;
        return to;
    }
}
