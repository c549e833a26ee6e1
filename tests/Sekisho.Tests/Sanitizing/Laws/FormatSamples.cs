using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Sekisho.Tests.Sanitizing.Files;

namespace Sekisho.Tests.Sanitizing.Laws;

/// <summary>Every format the engine writes something for: the one table all laws are tried on.</summary>
internal static class FormatSamples
{
    private const string Mark = FormatSample.Mark;

    internal static readonly IReadOnlyDictionary<string, Lazy<FormatSample>> All = new (string Name, Func<FormatSample> Make)[]
    {
        ("text", () => new("a.txt", "本文です。\r\n"u8.ToArray())), ("csv", () => new("a.csv", "品名,数量\r\nペン,3\r\n"u8.ToArray())), ("xml", () => new("a.xml", "<?xml version=\"1.0\"?><a><b>c</b></a>"u8.ToArray())),
        ("html", () => new("a.html", Html(""), Html($"<script>{Mark}</script>"))), ("docx", () => Office("a.docx", m => SomeOffice.Docx(SomeOffice.P("本文") + m))), ("xlsx", () => Office("a.xlsx", m => SomeOffice.Xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", m))), ("pptx", () => Office("a.pptx", m => SomeOffice.Pptx("", m))),
        ("odt", () => Odf("kept-plain-text-document", "<office:text>")), ("ods", () => Odf("kept-table", "<office:spreadsheet>")), ("odp", () => Odf("kept-slides", "<office:presentation>")),
        ("pdf", () => new("a.pdf", new SomePdf().Build(), new SomePdf().Catalogue($"/ZzThing({Mark})").Build())), ("pdf packed", () => new("a.pdf", new SomePdf().BuildPacked(), new SomePdf().Page($"/ZzThing({Mark})").BuildPacked())),
        ("png", () => new("a.png", SomePicture.Png(), SomePicture.Png(8, 6, ("zzZz", Utf8(Mark))))), ("jpeg", () => new("a.jpg", SomePicture.Jpeg(), SomePicture.JpegWithExif(Mark))), ("gif", () => new("a.gif", SomePicture.Gif(), GifComment(SomePicture.Gif()))), ("bmp", () => new("a.bmp", SomePicture.Bmp())),
        ("tiff", () => new("a.tif", SomePicture.Tiff())), ("webp", () => new("a.webp", SomePicture.Webp(), WebpChunk(SomePicture.Webp()))),
        ("zip", () => new("a.zip", SomeZip.Of(("資料/メモ.txt", "本文"u8.ToArray()), ("a.png", SomePicture.Png())), new SomeZip { Comment = Utf8(Mark) }.Add("メモ.txt", "本文").Build())), ("tar", () => new("a.tar", Tar())), ("gzip", () => new("a.txt.gz", Gzip(""), Gzip(Mark))),
        ("7z", () => FormatSample.Of("SZ", "kept-files")), ("rar", () => FormatSample.Of("RA", "kept-files")), ("lzh", () => FormatSample.Of("LZ", "kept-cp932-name")), ("xz", () => FormatSample.Of("GZ", "kept-xz")), ("bz2", () => FormatSample.Of("GZ", "kept-bz2")), ("zst", () => FormatSample.Of("GZ", "kept-zst")),
        ("dxf", () => FormatSample.Of("JP", "kept-written-by-an-old-program")), ("sxf", () => FormatSample.Of("JP", "kept-features")), ("p21", () => FormatSample.Of("JP", "kept-p21")),
        ("svg", () => new("a.svg", Svg(""), Svg($"<script>{Mark}</script>"))),
        ("doc", () => FormatSample.Of("OL", "kept-plain-doc")), ("xls", () => FormatSample.Of("OL", "kept-table")), ("ppt", () => FormatSample.Of("OL", "kept-slides")), ("rtf", () => FormatSample.Of("RT", "kept-styles", b => Insert(b, "{\\info", "{\\*\\zzthing " + Mark + "}"))),
        ("eml", () => FormatSample.Of("EM", "kept-plain-mail", b => [.. Utf8("X-Zz: " + Mark + "\r\n"), .. b])), ("msg", () => FormatSample.Of("MS", "kept-by-value")), ("tnef", () => FormatSample.Of("TN", "kept-only-text")),
        ("ics", () => FormatSample.Of("IC", "kept-written-by-us", b => Insert(b, "SUMMARY", "X-ZZ:" + Mark + "\r\n"))), ("vcf", () => FormatSample.Of("VC", "kept-old-shift-jis", b => Insert(b, "TEL", "X-ZZ:" + Mark + "\r\n"))),
    }.ToDictionary(f => f.Name, f => new Lazy<FormatSample>(f.Make), StringComparer.Ordinal);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Html(string more) => Utf8("<!DOCTYPE html><html><head><title>題</title></head><body><p>本文</p>" + more + "</body></html>");

    private static byte[] Svg(string more) => Utf8("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect width=\"4\" height=\"4\" fill=\"red\"/>" + more + "</svg>");

    private static FormatSample Office(string name, Func<string, SomeOffice> build) => new(name, build("").Build(), build($"<zz:thing xmlns:zz=\"urn:zz\">{Mark}</zz:thing>").Build());

    private static byte[] Insert(byte[] b, string before, string what)
    {
        var at = b.AsSpan().IndexOf(Encoding.ASCII.GetBytes(before));
        // Where the word is missing, behind the first group mark of an RTF.
        if (at < 0) at = b.AsSpan().IndexOf("}"u8) + 1;
        return [.. b[..at], .. Utf8(what), .. b[at..]];
    }

    private static FormatSample Odf(string caseName, string before) => FormatSample.Of("OD", caseName, b =>
    {
        var writer = new Sekisho.Sanitizing.Containers.ZipWriter();
        using var zip = new ZipArchive(new MemoryStream(b));
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            var data = new MemoryStream();
            stream.CopyTo(data);
            writer.Add(entry.FullName, entry.FullName == "content.xml" ? Insert(data.ToArray(), before, $"<zz:thing xmlns:zz=\"urn:zz\">{Mark}</zz:thing>") : data.ToArray(), entry.FullName == "mimetype");
        }
        return writer.Finish();
    });

    private static byte[] GifComment(byte[] gif) => [.. gif[..^1], 0x21, 0xFE, (byte)Mark.Length, .. Utf8(Mark), 0, 0x3B];

    private static byte[] WebpChunk(byte[] webp)
    {
        byte[] longer = [.. webp, .. "ZZZZ"u8, (byte)Mark.Length, 0, 0, 0, .. Utf8(Mark)];
        BitConverter.TryWriteBytes(longer.AsSpan(4), longer.Length - 8);
        return longer;
    }

    private static byte[] Tar()
    {
        var output = new MemoryStream();
        using (var tar = new TarWriter(output, TarEntryFormat.Pax, leaveOpen: true))
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "メモ.txt") { DataStream = new MemoryStream("本文"u8.ToArray()), ModificationTime = DateTimeOffset.UnixEpoch });
        return output.ToArray();
    }

    private static byte[] Gzip(string comment)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write("本文\n"u8);
        var b = packed.ToArray();
        if (comment.Length == 0) return b;
        b[3] |= 0x10;
        return [.. b[..10], .. Utf8(comment), 0, .. b[10..]];
    }
}
