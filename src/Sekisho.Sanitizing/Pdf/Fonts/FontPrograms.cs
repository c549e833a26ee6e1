using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf.Fonts;

/// <summary>Font descriptors and the programs behind them. A program is told by its first bytes, not by its key; one that cannot be written anew makes the document be drawn (PD-17).</summary>
internal sealed class FontPrograms(PdfRebuild rebuild)
{
    private static readonly string[] Numbers = ["Flags", "ItalicAngle", "Ascent", "Descent", "Leading", "CapHeight", "XHeight", "StemV", "StemH", "AvgWidth", "MaxWidth", "MissingWidth", "FontWeight"];

    /// <param name="byNumber">For a font of a composite one.</param>
    /// <param name="mapped">Glyphs are found by a table of the document, which only programs with a table directory take.</param>
    internal PdfObj? Descriptor(PdfDict from, bool byNumber, bool mapped = false)
    {
        var to = new PdfDict { ["Type"] = new PdfName("FontDescriptor") };
        var name = string.Concat((rebuild.Doc.Name(from["FontName"]) ?? "").Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or ',' or '_' or '.' or ' ' or >= '\x80').Take(120));
        to["FontName"] = new PdfName(name.Length == 0 ? "Font" : name);
        foreach (var key in Numbers) rebuild.CopyNumber(from, to, key);
        to["FontBBox"] = new PdfList(rebuild.Numbers(from["FontBBox"], 4, 4) ?? [0, 0, 0, 0]);
        foreach (var key in (string[])["FontFile", "FontFile2", "FontFile3"])
            if (rebuild.Doc.Resolve(from[key]) is PdfStream stream)
            {
                // An empty program is as good as none: the viewer takes a font of that name.
                if (Program(stream, key, byNumber, mapped, name) is { } made) to[made.Key] = rebuild.Out.Add(made.Program);
                break;
            }
        return rebuild.Out.Add(to);
    }

    private (string Key, PdfStream Program)? Program(PdfStream stream, string key, bool byNumber, bool mapped, string name)
    {
        var data = rebuild.Doc.Bytes(stream, "font");
        if (data.Length < 4) return null;
        if (rebuild.ForDrawing) return (key, AsIs(stream, data, key));
        if (data is [0, 1, 0, 0, ..] or [(byte)'t', (byte)'r', (byte)'u', (byte)'e', ..] or [(byte)'t', (byte)'t', (byte)'c', (byte)'f', ..] or [(byte)'O', (byte)'T', (byte)'T', (byte)'O', ..])
        {
            if (SfntFont.Outlines(data) is { } inside) data = mapped ? throw new NeedsDrawing("PD-17", name) : inside;
            else if (SfntFont.Rewrite(data) is { } sfnt) return ("FontFile2", PdfWriter.Packed(new() { ["Length1"] = new PdfNum(sfnt.Length) }, sfnt));
            else throw new NeedsDrawing("PD-17", name);
        }
        if (data is [1, _, _, _, ..])
        {
            if (CffFont.Rewrite(data) is { } cff) return ("FontFile3", PdfWriter.Packed(new() { ["Subtype"] = new PdfName(byNumber ? "CIDFontType0C" : "Type1C") }, cff));
        }
        else if (Type1Font.Rewrite(data) is { } type1)
        {
            var (clear, hidden, zeros) = Type1Font.Portions(type1);
            return ("FontFile", PdfWriter.Packed(new() { ["Length1"] = new PdfNum(clear), ["Length2"] = new PdfNum(hidden), ["Length3"] = new PdfNum(zeros) }, type1));
        }
        throw new NeedsDrawing("PD-17", name);
    }

    private PdfStream AsIs(PdfStream stream, byte[] data, string key)
    {
        var to = new PdfDict();
        foreach (var length in (string[])["Length1", "Length2", "Length3"]) rebuild.CopyNumber(stream.Dict, to, length);
        if (key is "FontFile3") rebuild.CopyName(stream.Dict, to, "Subtype", "Type1C", "CIDFontType0C", "OpenType");
        return PdfWriter.Packed(to, data);
    }
}
