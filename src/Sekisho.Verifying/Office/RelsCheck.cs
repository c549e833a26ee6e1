using Sekisho.Verifying.Xml;

namespace Sekisho.Verifying.Office;

/// <summary>Relationships: types of a fixed set, targets that are in the package; outside only hyperlinks to http, https and mailto.</summary>
internal static class RelsCheck
{
    private const string Base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static readonly HashSet<string> Inside = new(StringComparer.Ordinal)
    {
        "officeDocument", "image", "hyperlink", "theme", "themeOverride", "chart", "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "styles", "numbering", "settings", "fontTable", "footnotes", "endnotes", "comments", "header", "footer",
        "worksheet", "chartsheet", "sharedStrings", "table", "drawing", "vmlDrawing", "slide", "slideMaster", "slideLayout", "notesSlide", "notesMaster", "handoutMaster", "presProps", "tableStyles",
    };

    internal static void Run(byte[] data, string name, HashSet<string> names, string place, Report report)
    {
        var scan = new XmlScan(data, place);
        while (scan.Next() is { } token)
        {
            if (token.Local is "Relationships") continue;
            if (token.Local is not "Relationship") { report.Add("element:" + token.Local, place); continue; }
            var type = token.Get("Type") ?? "";
            var target = token.Get("Target") ?? "";
            var kind = type.StartsWith(Base, StringComparison.Ordinal) ? type[Base.Length..] : type is "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing" ? "drawing" : "?";
            if (type is PropertiesCheck.Relationship && name is "_rels/.rels" && target is PropertiesCheck.Name) kind = "officeDocument";
            if (!Inside.Contains(kind)) report.Add("relationship:" + type, place);
            if (kind is "hyperlink") Link(target, place, report);
            else if (token.Get("TargetMode") is not null || target.Contains(':', StringComparison.Ordinal) || target.StartsWith("//", StringComparison.Ordinal)) report.Add("external:" + kind, place);
            else if (!names.Contains(target.TrimStart('/'))) report.Add("dangling:" + target, place);
        }
    }

    /// <summary>The part as text without the addresses of hyperlinks, which may name anything.</summary>
    internal static string WithoutLinks(byte[] data)
    {
        var lines = System.Text.Encoding.UTF8.GetString(data).Split('<');
        return string.Join('<', lines.Where(l => !l.Contains("/relationships/hyperlink\"", StringComparison.Ordinal)));
    }

    private static void Link(string target, string place, Report report)
    {
        var ok = target.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || target.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || target.StartsWith('#');
        // A place in the same file may have a space: #'Sheet 1'!A1.
        foreach (var c in target) ok &= (c > ' ' || c == ' ' && target[0] == '#') && c is not ('\\' or '"' or '<' or '>');
        if (!ok) report.Add("link", place);
    }
}
