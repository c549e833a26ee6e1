using Sekisho.Verifying.Xml;

namespace Sekisho.Verifying.Office;

/// <summary>One part: vocabularies of a fixed set, none of the forbidden elements and attributes, fields and formulas that only compute.</summary>
internal static class PartCheck
{
    private const string Open = "http://schemas.openxmlformats.org/";

    private static readonly HashSet<string> Vocabularies = new(StringComparer.Ordinal)
    {
        Open + "wordprocessingml/2006/main", Open + "spreadsheetml/2006/main", Open + "presentationml/2006/main", Open + "drawingml/2006/main", Open + "drawingml/2006/chart", Open + "drawingml/2006/diagram", Open + "drawingml/2006/picture",
        Open + "drawingml/2006/wordprocessingDrawing", Open + "drawingml/2006/spreadsheetDrawing", Open + "officeDocument/2006/math", Open + "officeDocument/2006/relationships", "urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office",
        "urn:schemas-microsoft-com:office:excel", "urn:schemas-microsoft-com:office:word", "http://schemas.microsoft.com/office/drawing/2008/diagram", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    };

    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "object", "OLEObject", "oleObj", "oleObject", "oleObjects", "oleLink", "oleItem", "objectEmbed", "objectLink", "control", "controls", "controlPr", "altChunk", "subDoc", "attachedTemplate", "attachedSchema", "mailMerge", "dataBinding", "customXml", "smartTag", "saveThroughXslt",
        "externalReference", "externalReferences", "externalLink", "externalBook", "ddeLink", "connection", "connections", "queryTable", "pivotCache", "pivotCaches", "webPublishing", "webPublishItem", "macrosheet", "dialogsheet", "entryMacro", "exitMacro", "FmlaMacro", "FmlaPict", "FmlaLink", "FmlaRange", "DDE", "MapOCX", "ScriptText",
        "audioFile", "videoFile", "wavAudioFile", "quickTimeFile", "audioCd", "audio", "video", "cmd", "snd", "sndAc", "contentPart", "externalData", "userShapes", "embedRegular", "embedBold", "embeddedFont", "frameset", "frame", "movie", "fldData", "delInstrText", "AlternateContent", "extLst", "docPartObj", "ink", "script", "ffData",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.OrdinalIgnoreCase) { "macro", "href", "src", "althref", "link", "gfxdata", "pict", "xlm", "vbProcedure", "function", "macroName", "refreshOnLoad", "fullCalcOnLoad", "target" };
    private static readonly HashSet<string> Formulas = new(StringComparer.Ordinal) { "f", "formula", "formula1", "formula2", "definedName", "calculatedColumnFormula", "totalsRowFormula" };

    internal static void Run(XmlScan scan, string type, string place, Report report)
    {
        var isSheet = type is "xlsx" or "xltx";
        while (scan.Next() is { } token)
        {
            if (token.Name is null) Text(token, isSheet, place, report);
            else Element(token, place, report);
        }
    }

    private static void Element(XmlToken token, string place, Report report)
    {
        if (Elements.Contains(token.Local)) report.Add("element:" + token.Local, place);
        foreach (var (name, value) in token.Attributes)
        {
            if (name.StartsWith("xmlns", StringComparison.Ordinal)) { if (!Vocabularies.Contains(value)) report.Add("vocabulary:" + value, place); continue; }
            var local = XmlToken.LocalOf(name);
            if (Attributes.Contains(local) || local.StartsWith("on", StringComparison.Ordinal) && local is not "on") report.Add("attribute:" + local, place);
            if (value.Contains("javascript:", StringComparison.OrdinalIgnoreCase) || value.StartsWith("file:", StringComparison.OrdinalIgnoreCase) || value.StartsWith("\\\\", StringComparison.Ordinal)) report.Add("value:" + local, place);
        }
        if (token.Local is "fldSimple") FieldCheck.Run(token.Get("instr") ?? "", place, report);
        if (token.Local is "definedName" && IsAutomatic(token.Get("name") ?? "")) report.Add("auto-name", place);
        if (token.Get("action") is { } action && action.StartsWith("ppaction", StringComparison.OrdinalIgnoreCase)
            && !action.StartsWith("ppaction://hlinkshowjump?jump=", StringComparison.Ordinal) && action is not ("ppaction://hlinksldjump" or "ppaction://noaction")) report.Add("action", place);
    }

    private static void Text(XmlToken token, bool isSheet, string place, Report report)
    {
        if (token.ParentLocal is "instrText") FieldCheck.Run(token.Text, place, report);
        if (isSheet && Formulas.Contains(token.ParentLocal) || token.ParentLocal is "f") FormulaCheck.Run(token.Text, place, report);
    }

    private static bool IsAutomatic(string name) => name.Contains("auto_", StringComparison.OrdinalIgnoreCase) && (name.StartsWith("auto_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("_xlnm.", StringComparison.OrdinalIgnoreCase));
}
