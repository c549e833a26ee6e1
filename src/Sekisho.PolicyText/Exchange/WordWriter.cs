using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Sekisho.PolicyText.Exchange;

/// <summary>
/// The clauses as a Word document in the usual form of 例規集: A4 upright, Mincho 10.5 points, captions one character in, 項 hanging by one character,
/// 号 one further in, chapters three characters in, page numbers at the foot. Equal clauses give equal bytes.
/// </summary>
public static class WordWriter
{
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageSchema = "http://schemas.openxmlformats.org/package/2006/";
    private static readonly DateTimeOffset Fixed = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(ParsedPolicy policy) => Package(WordBody.Of(policy));

    /// <summary>One table under a title, the first row its head: 新旧対照表 and the like.</summary>
    public static byte[] WriteTable(string title, string lead, IReadOnlyList<IReadOnlyList<string>> rows) => Package(WordBody.OfTable(title, lead, rows));

    /// <summary>A report under a title, part by part: minutes and the like.</summary>
    public static byte[] WriteReport(string title, IReadOnlyList<WordPart> parts) => Package(WordBody.OfReport(title, parts));

    private static byte[] Package(string document)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", $"""
                <Types xmlns="{PackageSchema}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{Main}document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{Main}styles+xml"/><Override PartName="/word/footer1.xml" ContentType="{Main}footer+xml"/></Types>
                """);
            Part(zip, "_rels/.rels", $"""<Relationships xmlns="{PackageSchema}relationships"><Relationship Id="r1" Type="{Relation}/officeDocument" Target="word/document.xml"/></Relationships>""");
            Part(zip, "word/_rels/document.xml.rels", $"""<Relationships xmlns="{PackageSchema}relationships"><Relationship Id="r1" Type="{Relation}/styles" Target="styles.xml"/><Relationship Id="r2" Type="{Relation}/footer" Target="footer1.xml"/></Relationships>""");
            Part(zip, "word/styles.xml", $"""
                <w:styles xmlns:w="{WordBody.W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Century" w:hAnsi="Century" w:eastAsia="ＭＳ 明朝"/><w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="ja-JP"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="360" w:lineRule="auto"/><w:jc w:val="both"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>
                """);
            Part(zip, "word/footer1.xml", $"""
                <w:ftr xmlns:w="{WordBody.W}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>
                """);
            Part(zip, "word/document.xml", document);
        }
        return bytes.ToArray();
    }

    private static void Part(ZipArchive zip, string name, string xml)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Fixed;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml));
    }
}
