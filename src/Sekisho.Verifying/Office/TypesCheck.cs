using Sekisho.Verifying.Xml;

namespace Sekisho.Verifying.Office;

/// <summary>[Content_Types].xml: every part has a line of its own with a type of the fixed set, and the main type is the claimed one.</summary>
internal static class TypesCheck
{
    private const string Base = "application/vnd.openxmlformats-officedocument.";

    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal)
    {
        Base + "theme+xml", Base + "themeOverride+xml", Base + "drawing+xml", Base + "vmlDrawing", Base + "drawingml.chart+xml", Base + "drawingml.diagramData+xml", Base + "drawingml.diagramLayout+xml", Base + "drawingml.diagramStyle+xml", Base + "drawingml.diagramColors+xml",
        "application/vnd.ms-office.drawingml.diagramDrawing+xml",
        Base + "wordprocessingml.styles+xml", Base + "wordprocessingml.numbering+xml", Base + "wordprocessingml.settings+xml", Base + "wordprocessingml.fontTable+xml", Base + "wordprocessingml.footnotes+xml", Base + "wordprocessingml.endnotes+xml",
        Base + "wordprocessingml.comments+xml", Base + "wordprocessingml.header+xml", Base + "wordprocessingml.footer+xml",
        Base + "spreadsheetml.worksheet+xml", Base + "spreadsheetml.chartsheet+xml", Base + "spreadsheetml.styles+xml", Base + "spreadsheetml.sharedStrings+xml", Base + "spreadsheetml.table+xml", Base + "spreadsheetml.comments+xml",
        Base + "presentationml.slide+xml", Base + "presentationml.slideMaster+xml", Base + "presentationml.slideLayout+xml", Base + "presentationml.notesSlide+xml", Base + "presentationml.notesMaster+xml", Base + "presentationml.handoutMaster+xml", Base + "presentationml.presProps+xml", Base + "presentationml.tableStyles+xml",
    };

    private static readonly Dictionary<string, string> Mains = new(StringComparer.Ordinal)
    {
        ["docx"] = Base + "wordprocessingml.document.main+xml", ["dotx"] = Base + "wordprocessingml.template.main+xml", ["xlsx"] = Base + "spreadsheetml.sheet.main+xml", ["xltx"] = Base + "spreadsheetml.template.main+xml",
        ["pptx"] = Base + "presentationml.presentation.main+xml", ["potx"] = Base + "presentationml.template.main+xml", ["ppsx"] = Base + "presentationml.slideshow.main+xml",
    };

    internal static void Run(byte[] data, string type, HashSet<string> names, string place, Report report)
    {
        var scan = new XmlScan(data, place);
        var mains = 0;
        var described = new HashSet<string>(StringComparer.Ordinal);
        while (scan.Next() is { } token)
        {
            var content = token.Get("ContentType") ?? "";
            if (token.Local is "Default") { if (!IsDefault(token.Get("Extension") ?? "", content)) report.Add("default-type:" + content, place); }
            else if (token.Local is "Override")
            {
                described.Add((token.Get("PartName") ?? "").TrimStart('/'));
                if (string.Equals(content, Mains[type], StringComparison.Ordinal)) mains++;
                else if (content is PropertiesCheck.ContentType ? token.Get("PartName") is not "/" + PropertiesCheck.Name : !Parts.Contains(content)) report.Add("content-type:" + content, place);
            }
            else if (token.Local is not "Types") report.Add("element:" + token.Local, place);
        }
        if (mains != 1) report.Add("main-type", place);
        foreach (var name in names)
            if ((name.EndsWith(".xml", StringComparison.Ordinal) || name.EndsWith(".vml", StringComparison.Ordinal)) && name is not "[Content_Types].xml" && !described.Contains(name)) report.Add("undescribed", place + ":" + name);
        foreach (var name in described)
            if (!names.Contains(name)) report.Add("missing", place + ":" + name);
    }

    private static bool IsDefault(string extension, string type) => (extension, type) is
        ("rels", "application/vnd.openxmlformats-package.relationships+xml") or ("png", "image/png") or ("jpeg", "image/jpeg");
}
