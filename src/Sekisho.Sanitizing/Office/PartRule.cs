using System.Collections.Frozen;

namespace Sekisho.Sanitizing.Office;

/// <summary>A part that may be written: the relationship type that leads to it, its content type, folder and name, and its root element.</summary>
/// <param name="Folder">With slash.</param>
/// <param name="Name">Stem; the first is plain for single parts, else numbered from 1.</param>
/// <param name="Numbered">False for parts a document has once.</param>
/// <param name="Implicit">Kept without any element naming its Id.</param>
internal sealed record PartRule(string Type, string ContentType, string Folder, string Name, bool Numbered, bool Implicit, string RootNs, string RootName)
{
    private const string W = "application/vnd.openxmlformats-officedocument.wordprocessingml.", X = "application/vnd.openxmlformats-officedocument.spreadsheetml.",
        P = "application/vnd.openxmlformats-officedocument.presentationml.", D = "application/vnd.openxmlformats-officedocument.drawingml.", O = "application/vnd.openxmlformats-officedocument.";
    private const string Dgm = "http://schemas.openxmlformats.org/drawingml/2006/diagram", Xdr = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

    private static readonly FrozenDictionary<string, PartRule> Shared = Of("",
    [
        new("theme", O + "theme+xml", "theme/", "theme", true, true, OfficeNs.A, "theme"),
        new("themeOverride", O + "themeOverride+xml", "theme/", "themeOverride", true, true, OfficeNs.A, "themeOverride"),
        new("chart", D + "chart+xml", "charts/", "chart", true, false, OfficeNs.C, "chartSpace"),
        new("diagramData", D + "diagramData+xml", "diagrams/", "data", true, false, Dgm, "dataModel"),
        new("diagramLayout", D + "diagramLayout+xml", "diagrams/", "layout", true, false, Dgm, "layoutDef"),
        new("diagramQuickStyle", D + "diagramStyle+xml", "diagrams/", "quickStyle", true, false, Dgm, "styleDef"),
        new("diagramColors", D + "diagramColors+xml", "diagrams/", "colors", true, false, Dgm, "colorsDef"),
        new("ms:diagramDrawing", "application/vnd.ms-office.drawingml.diagramDrawing+xml", "diagrams/", "drawing", true, true, "http://schemas.microsoft.com/office/drawing/2008/diagram", "drawing"),
    ]);

    private static readonly FrozenDictionary<string, PartRule> Word = Of("word/",
    [
        new("styles", W + "styles+xml", "", "styles", false, true, OfficeNs.W, "styles"),
        new("numbering", W + "numbering+xml", "", "numbering", false, true, OfficeNs.W, "numbering"),
        new("settings", W + "settings+xml", "", "settings", false, true, OfficeNs.W, "settings"),
        new("fontTable", W + "fontTable+xml", "", "fontTable", false, true, OfficeNs.W, "fonts"),
        new("footnotes", W + "footnotes+xml", "", "footnotes", false, true, OfficeNs.W, "footnotes"),
        new("endnotes", W + "endnotes+xml", "", "endnotes", false, true, OfficeNs.W, "endnotes"),
        new("comments", W + "comments+xml", "", "comments", false, true, OfficeNs.W, "comments"),
        new("header", W + "header+xml", "", "header", true, false, OfficeNs.W, "hdr"),
        new("footer", W + "footer+xml", "", "footer", true, false, OfficeNs.W, "ftr"),
    ]);

    private static readonly FrozenDictionary<string, PartRule> Sheet = Of("xl/",
    [
        new("worksheet", X + "worksheet+xml", "worksheets/", "sheet", true, false, OfficeNs.X, "worksheet"),
        new("chartsheet", X + "chartsheet+xml", "chartsheets/", "sheet", true, false, OfficeNs.X, "chartsheet"),
        new("styles", X + "styles+xml", "", "styles", false, true, OfficeNs.X, "styleSheet"),
        new("sharedStrings", X + "sharedStrings+xml", "", "sharedStrings", false, true, OfficeNs.X, "sst"),
        new("table", X + "table+xml", "tables/", "table", true, false, OfficeNs.X, "table"),
        new("comments", X + "comments+xml", "", "comments", true, true, OfficeNs.X, "comments"),
        new("drawing", O + "drawing+xml", "drawings/", "drawing", true, false, Xdr, "wsDr"),
        new("vmlDrawing", O + "vmlDrawing", "drawings/", "vmlDrawing", true, false, "", "xml"),
    ]);

    private static readonly FrozenDictionary<string, PartRule> Slides = Of("ppt/",
    [
        new("slide", P + "slide+xml", "slides/", "slide", true, false, OfficeNs.P, "sld"),
        new("slideMaster", P + "slideMaster+xml", "slideMasters/", "slideMaster", true, true, OfficeNs.P, "sldMaster"),
        new("slideLayout", P + "slideLayout+xml", "slideLayouts/", "slideLayout", true, true, OfficeNs.P, "sldLayout"),
        new("notesSlide", P + "notesSlide+xml", "notesSlides/", "notesSlide", true, true, OfficeNs.P, "notes"),
        new("notesMaster", P + "notesMaster+xml", "notesMasters/", "notesMaster", true, true, OfficeNs.P, "notesMaster"),
        new("handoutMaster", P + "handoutMaster+xml", "handoutMasters/", "handoutMaster", true, false, OfficeNs.P, "handoutMaster"),
        new("presProps", P + "presProps+xml", "", "presProps", false, true, OfficeNs.P, "presentationPr"),
        new("tableStyles", P + "tableStyles+xml", "", "tableStyles", false, true, OfficeNs.A, "tblStyleLst"),
    ]);

    /// <summary>The rule for a relationship type in this kind of document; null for everything that is not written.</summary>
    internal static PartRule? Find(OfficeApp app, string type) =>
        (app switch { OfficeApp.Word => Word, OfficeApp.Sheet => Sheet, _ => Slides }).GetValueOrDefault(type)
        ?? (Shared.GetValueOrDefault(type) is { } shared ? shared with { Folder = Root(app) + shared.Folder } : null);

    internal static string Root(OfficeApp app) => app switch { OfficeApp.Word => "word/", OfficeApp.Sheet => "xl/", _ => "ppt/" };

    private static FrozenDictionary<string, PartRule> Of(string root, PartRule[] rules) => rules.ToFrozenDictionary(r => r.Type, r => r with { Folder = root + r.Folder }, StringComparer.Ordinal);
}
