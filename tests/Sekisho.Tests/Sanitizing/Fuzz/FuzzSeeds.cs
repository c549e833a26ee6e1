using System.Formats.Tar;
using System.IO.Compression;
using Sekisho.Tests.Sanitizing.Files;

namespace Sekisho.Tests.Sanitizing.Fuzz;

/// <summary>Files the changes begin with, by extension: the corpus, a few built here, and what a folder of made documents adds.</summary>
internal sealed class FuzzSeeds
{
    private readonly Dictionary<string, List<byte[]>> all = new(StringComparer.Ordinal);

    /// <param name="corpus">tests/corpus.</param>
    /// <param name="more">A folder of further files, or "".</param>
    internal FuzzSeeds(string corpus, string more)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(corpus, "files"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            if (name.StartsWith("tool-OfficeTo", StringComparison.Ordinal)) Add(name[13..17].ToLowerInvariant(), File.ReadAllBytes(file));
            else if (name.StartsWith("tool-ArchiveToTar", StringComparison.Ordinal) || name.StartsWith("tool-LzhToTar", StringComparison.Ordinal)) Add("tar", File.ReadAllBytes(file));
            else if (!name.StartsWith("tool-", StringComparison.Ordinal) && name is not "expected.txt" and not "password") Add(Path.GetExtension(name).TrimStart('.'), File.ReadAllBytes(file));
        }
        foreach (var file in Directory.EnumerateFiles(Path.Combine(corpus, "mail"), "*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)) Add("eml", File.ReadAllBytes(file));
        if (more.Length > 0)
            foreach (var file in Directory.EnumerateFiles(more).Order(StringComparer.Ordinal))
                if (new FileInfo(file).Length < 400_000) Add(Path.GetExtension(file).TrimStart('.'), File.ReadAllBytes(file));
        Pictures();
        Documents();
    }

    internal int Count(string extension) => all.TryGetValue(extension, out var list) ? list.Count : 0;

    internal byte[] Any(string extension, Random r) => all.TryGetValue(extension, out var list) ? list[r.Next(list.Count)] : [];

    private void Add(string extension, byte[] bytes)
    {
        extension = extension switch { "jpeg" => "jpg", "tiff" => "tif", "vcs" => "ics", "htm" => "html", _ => extension };
        if (bytes.Length == 0) return;
        if (!all.TryGetValue(extension, out var list)) all[extension] = list = [];
        list.Add(bytes);
    }

    private void Pictures()
    {
        Add("png", SomePicture.Png());
        Add("png", SomePicture.Png(40, 30, ("tEXt", "Comment\0x"u8.ToArray()), ("gAMA", [0, 0, 0xB1, 0x8F])));
        Add("jpg", SomePicture.Jpeg());
        Add("jpg", SomePicture.JpegWithExif("x"));
        Add("gif", SomePicture.Gif());
        Add("tif", SomePicture.Tiff(2));
        Add("webp", SomePicture.Webp());
        Add("bmp", SomePicture.Bmp());
        Add("svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\"><defs><linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"red\"/></linearGradient></defs><path d=\"M0 0L9 9\" fill=\"url(#g)\"/><text x=\"1\" y=\"2\">市</text><use xlink:href=\"#g\"/></svg>"u8.ToArray());
        Add("html", "<!DOCTYPE html><html><head><title>t</title><style>p{color:red}</style></head><body><p>本文<a href=\"https://example.jp/\">リンク</a></p><table><tr><td>a</td></tr></table><ul><li>x</ul><img src=\"cid:1\"></body></html>"u8.ToArray());
        Add("dxf", "0\r\nSECTION\r\n2\r\nENTITIES\r\n0\r\nLINE\r\n8\r\n0\r\n10\r\n0.0\r\n20\r\n0.0\r\n11\r\n1.0\r\n21\r\n1.0\r\n0\r\nENDSEC\r\n0\r\nEOF\r\n"u8.ToArray());
        Add("csv", "品名,数量\r\nペン,=1+1\r\n\"a\"\"b\",2\r\n"u8.ToArray());
        Add("xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a xmlns=\"urn:x\"><b c=\"d\">e</b></a>"u8.ToArray());
    }

    private void Documents()
    {
        Add("docx", SomeOffice.Docx(SomeOffice.P("本文") + "<w:p><w:hyperlink r:id=\"rId7\"><w:r><w:t>リンク</w:t></w:r></w:hyperlink></w:p><w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>").MainRel("rId7", "hyperlink", "https://example.jp/", true).Build());
        Add("xlsx", SomeOffice.Xlsx("<row r=\"1\"><c r=\"A1\"><f>SUM(B1:B2)</f><v>1</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>x</t></is></c></row>").Build());
        Add("pptx", SomeOffice.Pptx("<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"x\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>題</a:t></a:r></a:p></p:txBody></p:sp>").Build());
        var pdf = new SomePdf().Catalogue("/Outlines 6 0 R").Resources("/XObject<</X1 8 0 R/X2 9 0 R>>/ExtGState<</G1<</ca 0.5/SMask<</S/Alpha/G 8 0 R>>>>>>/Shading<</S1<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 9 9]/Function<</FunctionType 2/Domain[0 1]/N 1>>>>>>")
            .Content("q /G1 gs 10 0 0 10 5 5 cm /X1 Do /X2 Do /S1 sh Q BT /F1 9 Tf (a) Tj [(b)-120(c)] TJ ET BI /W 1/H 1/CS/G/BPC 8 ID x EI").Page("/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.jp/)>>>>]")
            .Add("<</First 7 0 R>>").Add("<</Title(x)/Dest[3 0 R/Fit]>>").AddStream("/Subtype/Form/BBox[0 0 9 9]/Group<</S/Transparency>>", "0 0 9 9 re f")
            .AddStream("/Subtype/Image/Width 16/Height 12/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode", SomePicture.Jpeg());
        Add("pdf", pdf.Build());
        Add("pdf", pdf.BuildPacked());
        Add("pdf", pdf.BuildUpdated());
        (string, byte[])[] files = [("資料/メモ.txt", "本文"u8.ToArray()), ("a.png", SomePicture.Png()), ("b.docx", all["docx"][^1]), ("c.pdf", pdf.Build()), ("d.zip", SomeZip.Of(("e.txt", "x"u8.ToArray())))];
        Add("zip", SomeZip.Of(files));
        Add("tar", Tar(files));
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write("本文\n"u8);
        Add("gz", packed.ToArray());
    }

    private static byte[] Tar((string Name, byte[] Data)[] files)
    {
        var output = new MemoryStream();
        using (var tar = new TarWriter(output, TarEntryFormat.Pax, leaveOpen: true))
            foreach (var (name, data) in files) tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(data), ModificationTime = DateTimeOffset.UnixEpoch });
        return output.ToArray();
    }
}
