using Sekisho.Sanitizing.Pdf;
using Sekisho.Sanitizing.Pdf.Reading;
using Sekisho.Tests.Support;
using Sekisho.Verifying;

namespace Sekisho.Tests.Verifying.Pdf;

/// <summary>What a rebuilder that forgot one rule would write, packed by the product's own writer: the verifier refuses each, and accepts the same document without the defect.</summary>
public class PdfDefectTests
{
    /// <summary>A one-page document; <paramref name="spoil"/> may put one thing in.</summary>
    private static byte[] Document(Action<PdfWriter, Dictionary<string, PdfDict>>? spoil = null, string content = "BT\n/F1 12 Tf\n<41> Tj\nET\n")
    {
        var w = new PdfWriter();
        var pages = w.Reserve();
        var page = w.Reserve();
        var font = new PdfDict { ["Type"] = new PdfName("Font"), ["Subtype"] = new PdfName("Type1"), ["BaseFont"] = new PdfName("Helvetica") };
        var link = new PdfDict { ["Type"] = new PdfName("Annot"), ["Subtype"] = new PdfName("Link"), ["Rect"] = new PdfList(0, 0, 9, 9) };
        var parts = new Dictionary<string, PdfDict>
        {
            ["font"] = font, ["link"] = link, ["action"] = new() { ["S"] = new PdfName("URI"), ["URI"] = new PdfText("https://example.jp/"u8.ToArray()) },
            ["page"] = new() { ["Type"] = new PdfName("Page"), ["Parent"] = pages, ["MediaBox"] = new PdfList(0, 0, 612, 792) },
            ["catalog"] = new() { ["Type"] = new PdfName("Catalog"), ["Pages"] = pages },
            ["resources"] = new() { ["Font"] = new PdfDict { ["F1"] = w.Add(font) } },
        };
        link["A"] = parts["action"];
        parts["page"]["Contents"] = w.Add(PdfWriter.Packed(new(), SomeBytes(content)));
        parts["page"]["Resources"] = parts["resources"];
        parts["page"]["Annots"] = new PdfList([w.Add(link)]);
        spoil?.Invoke(w, parts);
        w.Fill(page, parts["page"]);
        w.Fill(pages, new PdfDict { ["Type"] = new PdfName("Pages"), ["Count"] = new PdfNum(1), ["Kids"] = new PdfList([page]) });
        return w.Finish(w.Add(parts["catalog"]));
    }

    private static byte[] SomeBytes(string text) => System.Text.Encoding.Latin1.GetBytes(text);

    private static PdfDict Script() => new() { ["S"] = new PdfName("JavaScript"), ["JS"] = new PdfText("x"u8.ToArray()) };

    [Fact, MatrixRow("E3", NearMiss = true)]
    public void The_honest_document_is_accepted() => OutputVerifier.Verify(Document(), "pdf").Forbidden.ShouldBeEmpty();

    /// <summary>What a drawing level that forgot one rule would write: said to be drawn, and a letter that shows, a link, a font with a program behind its name, words painted in another mode.</summary>
    [Fact, MatrixRow("E3")]
    public void A_document_said_to_be_drawn_holds_pictures_and_unseen_words_only()
    {
        static IReadOnlyList<string> Said(string content, bool link = false, bool font = false) => OutputVerifier.Verify(Document((w, p) =>
        {
            if (!link) p["page"].Items.Remove("Annots");
            if (!font) p["resources"].Items.Remove("Font");
            // Objects nobody reaches are a fault of their own: they stay referred to where they are not the point.
        }, content), "pdf", "Raster").Forbidden;

        Said("q\n612 0 0 792 0 0 cm\n/X1 Do\nQ\nBT\n3 Tr\nET\n").ShouldAllBe(f => f.Contains("unreached", StringComparison.Ordinal));
        Said("BT\n0 Tr\nET\n").ShouldContain(f => f.Contains("drawn", StringComparison.Ordinal));
        Said("BT\n/F1 12 Tf\nET\n").ShouldContain(f => f.Contains("drawn", StringComparison.Ordinal));
        Said("BT\n3 Tr\n0 Tr\nET\n").ShouldContain(f => f.Contains("drawn", StringComparison.Ordinal));
        Said("0 0 9 9 re\nf\n").ShouldContain(f => f.Contains("drawn", StringComparison.Ordinal));
        Said("q\nQ\n", link: true).ShouldContain(f => f.Contains("drawn", StringComparison.Ordinal) && f.Contains("Link", StringComparison.Ordinal));
        Said("q\nQ\n", font: true).ShouldContain(f => f.Contains("drawn", StringComparison.Ordinal) && f.Contains("Simple", StringComparison.Ordinal));
    }

    public static TheoryData<string> Defects => [.. Spoilers.Keys];

    private static readonly Dictionary<string, Action<PdfWriter, Dictionary<string, PdfDict>>> Spoilers = new(StringComparer.Ordinal)
    {
        ["open action"] = (_, p) => p["catalog"]["OpenAction"] = Script(),
        ["additional actions"] = (_, p) => p["page"]["AA"] = new PdfDict { ["O"] = Script() },
        ["name tree"] = (_, p) => p["catalog"]["Names"] = new PdfDict(),
        ["form"] = (_, p) => p["catalog"]["AcroForm"] = new PdfDict(),
        ["metadata"] = (w, p) => p["catalog"]["Metadata"] = w.Add(PdfWriter.Packed(new(), "<x/>"u8)),
        ["script in a link"] = (_, p) => p["link"]["A"] = Script(),
        ["launch in a link"] = (_, p) => p["action"]["S"] = new PdfName("Launch"),
        ["next action"] = (_, p) => p["action"]["Next"] = Script(),
        ["link to a program"] = (_, p) => p["action"]["URI"] = new PdfText("file:///c:/x.exe"u8.ToArray()),
        ["widget"] = (_, p) => p["link"]["Subtype"] = new PdfName("Widget"),
        ["attachment"] = (_, p) => p["link"]["FS"] = new PdfDict(),
        ["piece info"] = (_, p) => p["page"]["PieceInfo"] = new PdfDict(),
        ["unreached object"] = (w, _) => w.Add(Script()),
        ["unknown filter"] = (w, p) => { var s = PdfWriter.Packed(new(), "q\nQ\n"u8); s.Dict["Filter"] = new PdfName("JBIG2Decode"); p["page"]["Contents"] = w.Add(s); },
        ["filter chain"] = (w, p) => { var s = PdfWriter.Packed(new(), "q\nQ\n"u8); s.Dict["Filter"] = new PdfList([new PdfName("FlateDecode"), new PdfName("FlateDecode")]); p["page"]["Contents"] = w.Add(s); },
        ["external file"] = (w, p) => { var s = PdfWriter.Packed(new(), "q\nQ\n"u8); s.Dict["F"] = new PdfText("x"u8.ToArray()); p["page"]["Contents"] = w.Add(s); },
        ["PostScript object"] = (w, p) => p["resources"]["XObject"] = new PdfDict { ["X1"] = w.Add(PdfWriter.Packed(new() { ["Type"] = new PdfName("XObject"), ["Subtype"] = new PdfName("PS") }, "x"u8)) },
        ["bytes behind a picture"] = (w, p) => p["resources"]["XObject"] = new PdfDict { ["X1"] = w.Add(PdfWriter.Packed(new() { ["Type"] = new PdfName("XObject"), ["Subtype"] = new PdfName("Image"), ["Width"] = new PdfNum(1), ["Height"] = new PdfNum(1), ["ColorSpace"] = new PdfName("DeviceGray"), ["BitsPerComponent"] = new PdfNum(8) }, "xMZ"u8)) },
        ["profile"] = (w, p) => p["resources"]["ColorSpace"] = new PdfDict { ["C1"] = new PdfList([new PdfName("ICCBased"), w.Add(PdfWriter.Packed(new() { ["N"] = new PdfNum(3) }, "x"u8))]) },
        ["font program as it came"] = (w, p) => p["font"]["FontDescriptor"] = w.Add(new PdfDict { ["Type"] = new PdfName("FontDescriptor"), ["FontName"] = new PdfName("A"), ["FontFile2"] = w.Add(PdfWriter.Packed(new() { ["Length1"] = new PdfNum(20) }, "\0\x01\0\0\0\x01fpgm\0\0\0\0\0\0\0\x1c\0\0\0\0"u8)) }),
        ["script in a font matrix"] = (w, p) => { p["font"]["Subtype"] = new PdfName("Type3"); p["font"].Items.Remove("BaseFont"); p["font"]["FontMatrix"] = new PdfList([new PdfText("alert"u8.ToArray())]); },
        ["words in a character map"] = (w, p) => p["font"]["ToUnicode"] = w.Add(PdfWriter.Packed(new(), "systemdict run"u8)),
        ["program in a function"] = (w, p) => p["resources"]["Shading"] = new PdfDict { ["S1"] = new PdfDict { ["ShadingType"] = new PdfNum(1), ["ColorSpace"] = new PdfName("DeviceGray"), ["Function"] = w.Add(PdfWriter.Packed(new() { ["FunctionType"] = new PdfNum(4) }, "{ exec }"u8)) } },
    };

    [Theory, MatrixRow("E3"), MemberData(nameof(Defects))]
    public void One_thing_let_through_is_refused(string defect) => OutputVerifier.Verify(Document(Spoilers[defect]), "pdf").Ok.ShouldBeFalse(defect);

    [Theory, MatrixRow("E3"), InlineData("/X1 evil\n"), InlineData("q\n"), InlineData("Q\n"), InlineData("BI\n"), InlineData("(a) Tj\n"), InlineData("% comment\n"), InlineData("/OC /M BDC\nEMC\n"), InlineData("/Span <</JS <41>>>BDC\nEMC\n")]
    public void Content_with_one_operator_too_many_is_refused(string content) => OutputVerifier.Verify(Document(content: content), "pdf").Ok.ShouldBeFalse(content);

    [Fact, MatrixRow("E3")]
    public void A_byte_that_does_not_belong_is_refused()
    {
        var honest = Document();
        OutputVerifier.Verify([.. honest, 10], "pdf").Ok.ShouldBeFalse();
        OutputVerifier.Verify([32, .. honest], "pdf").Ok.ShouldBeFalse();
        OutputVerifier.Verify([.. honest, .. "1 0 obj\nnull\nendobj\n"u8], "pdf").Ok.ShouldBeFalse();
        var text = System.Text.Encoding.Latin1.GetString(honest);
        OutputVerifier.Verify(SomeBytes(text.Replace("/Size", "/Prev 9/Size", StringComparison.Ordinal)), "pdf").Ok.ShouldBeFalse();
        OutputVerifier.Verify(SomeBytes(text.Replace("\nendobj\n", "\n%x\nendobj\n", StringComparison.Ordinal)), "pdf").Ok.ShouldBeFalse();
    }
}
