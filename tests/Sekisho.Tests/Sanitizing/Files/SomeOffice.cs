using System.Text;

namespace Sekisho.Tests.Sanitizing.Files;

/// <summary>Small OOXML packages with whatever part, relationship or element a test wants in them; Transitional or Strict.</summary>
internal sealed class SomeOffice
{
    internal const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    internal const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main", X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly List<(string Name, byte[] Data)> parts = [];
    private readonly List<(string Part, string Type)> types = [];
    private readonly Dictionary<string, List<string>> rels = new(StringComparer.Ordinal);
    private readonly string main;

    private SomeOffice(string main, string mainType)
    {
        this.main = main;
        types.Add((main, mainType));
        Rel("", "rId1", Office + "officeDocument", main);
    }

    /// <summary>A document with this body; the namespaces w, r, a, v, o, wp, pic, mc are declared.</summary>
    internal static SomeOffice Docx(string body, string type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
    {
        var office = new SomeOffice("word/document.xml", type);
        office.Part("word/document.xml", "<w:document " + Namespaces("w", W) + "><w:body>" + body + "</w:body></w:document>");
        return office;
    }

    internal static string P(string text) => "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";

    /// <summary>A workbook with one sheet of these rows ("&lt;row>…"), <paramref name="workbook"/> put before the sheets' end.</summary>
    internal static SomeOffice Xlsx(string rows, string afterSheetData = "", string afterSheets = "", string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", string moreSheets = "")
    {
        var office = new SomeOffice("xl/workbook.xml", type);
        office.Part("xl/workbook.xml", "<workbook " + Namespaces("", X) + "><sheets><sheet name=\"集計\" sheetId=\"1\" r:id=\"rId1\"/>" + moreSheets + "</sheets>" + afterSheets + "</workbook>");
        office.Part("xl/worksheets/sheet1.xml", "<worksheet " + Namespaces("", X) + "><sheetData>" + rows + "</sheetData>" + afterSheetData + "</worksheet>",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
        office.Rel("xl/workbook.xml", "rId1", Office + "worksheet", "worksheets/sheet1.xml");
        return office;
    }

    internal static SomeOffice Pptx(string shapes, string afterTree = "", string attributes = "")
    {
        const string type = "application/vnd.openxmlformats-officedocument.presentationml.";
        var office = new SomeOffice("ppt/presentation.xml", type + "presentation.main+xml");
        const string p = "http://schemas.openxmlformats.org/presentationml/2006/main";
        office.Part("ppt/presentation.xml", "<p:presentation " + Namespaces("p", p) + "><p:sldIdLst><p:sldId id=\"256\" r:id=\"rId1\"/></p:sldIdLst><p:notesSz cx=\"1\" cy=\"1\"/></p:presentation>");
        office.Part("ppt/slides/slide1.xml", "<p:sld " + attributes + " " + Namespaces("p", p) + "><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>" + shapes + "</p:spTree></p:cSld>" + afterTree + "</p:sld>", type + "slide+xml");
        office.Rel("ppt/presentation.xml", "rId1", Office + "slide", "slides/slide1.xml");
        return office;
    }

    internal SomeOffice Part(string name, string xml, string type = "")
    {
        parts.Add((name, Encoding.UTF8.GetBytes(xml)));
        if (type.Length > 0) types.Add((name, type));
        return this;
    }

    /// <summary>Another content for a part that is there.</summary>
    internal SomeOffice Instead(string name, string xml) => Instead(name, Encoding.UTF8.GetBytes(xml));

    internal SomeOffice Instead(string name, byte[] data)
    {
        if (parts.RemoveAll(p => p.Name == name) != 1) throw new InvalidOperationException("Not one part " + name);
        return Part(name, data);
    }

    internal SomeOffice Part(string name, byte[] data, string type = "")
    {
        parts.Add((name, data));
        if (type.Length > 0) types.Add((name, type));
        return this;
    }

    /// <param name="source">"" for the package.</param>
    internal SomeOffice Rel(string source, string id, string type, string target, bool external = false)
    {
        if (!rels.TryGetValue(source, out var list)) rels[source] = list = [];
        list.Add($"<Relationship Id=\"{id}\" Type=\"{type}\" Target=\"{target}\"{(external ? " TargetMode=\"External\"" : "")}/>");
        return this;
    }

    /// <summary>A relationship of the main part, of the ordinary family.</summary>
    internal SomeOffice MainRel(string id, string type, string target, bool external = false) => Rel(main, id, type.Contains("://", StringComparison.Ordinal) ? type : Office + type, target, external);

    internal byte[] Build() => Zip().Build();

    internal SomeZip Zip(bool strict = false)
    {
        var zip = new SomeZip();
        Put(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
            + string.Concat(types.Select(t => $"<Override PartName=\"/{t.Part}\" ContentType=\"{t.Type}\"/>")) + "</Types>", strict);
        foreach (var (source, lines) in rels)
        {
            var slash = source.LastIndexOf('/');
            Put(zip, source[..(slash + 1)] + "_rels/" + source[(slash + 1)..] + ".rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + string.Concat(lines) + "</Relationships>", strict);
        }
        foreach (var (name, data) in parts)
            if (strict && name.EndsWith(".xml", StringComparison.Ordinal)) Put(zip, name, Encoding.UTF8.GetString(data), true);
            else zip.Add(name, data);
        return zip;
    }

    private static void Put(SomeZip zip, string name, string xml, bool strict) => zip.Add(name, strict ? ToStrict(xml) : xml);

    private static string ToStrict(string xml)
    {
        foreach (var family in (string[])["officeDocument", "wordprocessingml", "spreadsheetml", "presentationml", "drawingml"])
            xml = xml.Replace("http://schemas.openxmlformats.org/" + family + "/2006/", "http://purl.oclc.org/ooxml/" + family + "/", StringComparison.Ordinal);
        return xml;
    }

    private static string Namespaces(string prefix, string main) => $"xmlns{(prefix.Length > 0 ? ":" + prefix : "")}=\"{main}\" xmlns:r=\"{R}\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
}
