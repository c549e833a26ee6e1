using System.Text;
using Sekisho.Sanitizing.Pdf.Fonts;
using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf.Layer;

/// <summary>
/// A font of up to 256 characters whose one glyph draws nothing (Type 3, ISO 32000 §9.6.5): no font program, only codes and what they mean. Its objects take their places
/// when the font is first used and are filled when the last page is written, in the form a second run gives them (law E4).
/// </summary>
internal sealed class LayerFont(PdfWriter output)
{
    internal const int Most = 256;
    /// <summary>Of every glyph, thousandths: as wide as letters are on the whole, which readers take for a measure of a drawn font's size.</summary>
    internal const int Width = 500;
    private readonly List<Rune> characters = [];
    private readonly PdfRef glyph = output.Reserve(), meaning = output.Reserve();

    internal PdfRef Place { get; } = output.Reserve();
    internal bool IsFull => characters.Count == Most;

    /// <summary>The code of a character new to the layer.</summary>
    internal byte Add(Rune character)
    {
        characters.Add(character);
        return (byte)(characters.Count - 1);
    }

    internal void Finish()
    {
        var map = new StringBuilder();
        for (var code = 0; code < characters.Count; code++)
            map.Append("1 beginbfchar\n<").Append(Hex([(byte)code])).Append("> <").Append(Hex(Encoding.BigEndianUnicode.GetBytes(characters[code].ToString()))).Append(">\nendbfchar\n");
        output.Fill(glyph, PdfWriter.Packed(new(), "500 0 d0\n"u8));
        output.Fill(meaning, PdfWriter.Packed(new(), CodeMap.Read(Encoding.ASCII.GetBytes(map.ToString())).Write(null)));
        var names = new PdfList([new PdfNum(0), .. characters.Select(_ => new PdfName("none"))]);
        output.Fill(Place, new PdfDict
        {
            ["Type"] = new PdfName("Font"), ["Subtype"] = new PdfName("Type3"), ["FontMatrix"] = new PdfList(0.001, 0, 0, 0.001, 0, 0), ["FontBBox"] = new PdfList(0, -200, 1000, 800),
            ["FirstChar"] = new PdfNum(0), ["LastChar"] = new PdfNum(characters.Count - 1), ["Widths"] = new PdfList([.. characters.Select(_ => new PdfNum(Width))]),
            ["Encoding"] = new PdfDict { ["Differences"] = names }, ["CharProcs"] = new PdfDict { ["none"] = glyph }, ["Resources"] = new PdfDict(), ["ToUnicode"] = meaning,
        });
    }

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes);
}
