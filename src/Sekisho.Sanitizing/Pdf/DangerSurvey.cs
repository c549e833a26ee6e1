using System.Text;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf;

/// <summary>
/// Names what a file carried and its rebuilt form does not: every object of the last revision is looked at, also those no page reaches.
/// Only a report; safety comes from the lists of what is written (law E2).
/// </summary>
internal sealed class DangerSurvey(PdfDocument doc, FindingLog log, List<ChildFile> children, bool keepsInfo = false, FindingAction opened = FindingAction.Rewritten)
{
    private const int MaxDepth = 40, MaxPlaces = 20;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly HashSet<int> carried = [];
    private bool linearised;

    private static readonly Dictionary<string, string> ByKey = new(StringComparer.Ordinal)
    {
        ["JS"] = "PD-01", ["JavaScript"] = "PD-01", ["EnableJavaScripts"] = "PD-01", ["AlternatePresentations"] = "PD-01", ["PresSteps"] = "PD-01", ["OpenAction"] = "PD-02", ["AA"] = "PD-02",
        ["EmbeddedFiles"] = "PD-08", ["AF"] = "PD-08", ["RF"] = "PD-08", ["Collection"] = "PD-08", ["Renditions"] = "PD-09", ["XFA"] = "PD-10", ["AcroForm"] = "PD-10", ["DSS"] = "PD-12", ["Perms"] = "PD-12",
        ["OPI"] = "PD-20", ["OutputIntents"] = "PD-20", ["SpiderInfo"] = "PD-20", ["IDS"] = "PD-20", ["URLS"] = "PD-20", ["Alternates"] = "PD-20", ["PieceInfo"] = "PD-20", ["DestOutputProfileRef"] = "PD-20",
        ["Metadata"] = "PD-22", ["Thumb"] = "PD-22",
    };

    // ISO 32000-2, tables 29 to 31: whatever else stands in the catalogue or in a page is a program's own.
    private static readonly HashSet<string> OfCatalogue = [.. "Type Version Extensions Pages PageLabels Names Dests ViewerPreferences PageLayout PageMode Outlines Threads OpenAction AA URI AcroForm Metadata StructTreeRoot MarkInfo Lang SpiderInfo OutputIntents PieceInfo OCProperties Perms Legal Requirements Collection NeedsRendering DSS AF DPartRoot".Split(' ')];
    private static readonly HashSet<string> OfPage = [.. "Type Parent Kids Count LastModified Resources MediaBox CropBox BleedBox TrimBox ArtBox BoxColorInfo Contents Rotate Group Thumb B Dur Trans Annots AA Metadata PieceInfo StructParents ID PZ SeparationInfo Tabs TemplateInstantiated PresSteps UserUnit VP AF OutputIntents DPart".Split(' ')];

    internal void Run()
    {
        foreach (var number in doc.Numbers)
        {
            PdfObj value;
            try { value = doc.Load(number); }
            // An object no page reaches may be broken; one that is reached stops the rebuilding itself.
            catch (PdfDamage) { continue; }
            Look(value, number, 0);
        }
        if (doc.Dict(doc.Trailer["Info"]) is { Items.Count: > 0 }) log.Add("PD-22", keepsInfo ? FindingAction.Kept : FindingAction.Removed, "Info");
        if (doc.WasEncrypted) log.Add("PD-13", doc.NeededPassword ? opened : FindingAction.Rewritten, "Encrypt");
        var older = doc.Sections - 1 - (linearised ? 1 : 0);
        if (older > 0) log.Add("PD-14", FindingAction.Removed, "xref", 1, ("n", Show.Number(older)));
    }

    private void Look(PdfObj value, int number, int depth)
    {
        if (depth > MaxDepth) return;
        switch (value)
        {
            case PdfList list: foreach (var item in list.Items) Look(item, number, depth + 1); break;
            case PdfStream stream: Look(stream.Dict, number, depth); break;
            case PdfDict dict:
                Dict(dict, number);
                foreach (var item in dict.Items.Values) if (item is PdfDict or PdfList) Look(item, number, depth + 1);
                break;
        }
    }

    private void Dict(PdfDict dict, int number)
    {
        linearised |= dict.Has("Linearized");
        foreach (var key in dict.Items.Keys)
            if (ByKey.TryGetValue(key, out var rule) && Means(key, dict)) Found(rule, number);
        if ((doc.Name(dict["Type"]) switch { "Catalog" => OfCatalogue, "Page" or "Pages" => OfPage, _ => null }) is { } known && dict.Items.Keys.Any(k => !known.Contains(k))) Found("PD-20", number);
        if (Action(dict) is { } action) Found(action, number);
        if (dict.Has("EF"))
        {
            Found("PD-08", number, FileName(dict));
            foreach (var file in (doc.Dict(dict["EF"]) ?? new PdfDict()).Items.Values) Carried(file, FileName(dict));
        }
        switch (doc.Name(dict["Subtype"]))
        {
            case "PS": Found("PD-18", number); break;
            case "Form" when dict.Has("Ref"): Found("PD-20", number); break;
        }
        if (doc.Name(dict["FT"]) is "Sig" && doc.Dict(dict["V"]) is { } signature) Found("PD-12", number, doc.Resolve(signature["Name"]) is PdfText name ? Readable(name.Bytes) : "");
    }

    /// <summary>Keys that mean something else in another place: a form without fields, the modification date of an ordinary page.</summary>
    private bool Means(string key, PdfDict dict) => key switch
    {
        "AcroForm" => doc.Dict(dict[key]) is { } form && (doc.List(form["Fields"])?.Count > 0 || form.Has("XFA")),
        "AA" or "Collection" or "IDS" or "URLS" or "Renditions" or "DSS" or "AF" => doc.Resolve(dict[key]) is not PdfNull and not PdfNum and not PdfBool,
        // In the dictionary of the encryption Perms is a string of its own.
        "Perms" => doc.Resolve(dict[key]) is PdfDict,
        "JavaScript" => doc.Resolve(dict[key]) is PdfDict or PdfList,
        _ => doc.Resolve(dict[key]) is not PdfNull,
    };

    private string? Action(PdfDict dict)
    {
        if (doc.Name(dict["S"]) is not { } kind || doc.Name(dict["Type"]) is not (null or "Action") || dict.Has("K") || dict.Has("Pg")) return null;
        return kind switch
        {
            "JavaScript" => "PD-01",
            "Launch" => "PD-03",
            "SubmitForm" or "ImportData" or "ResetForm" => "PD-05",
            "GoToR" or "GoToE" or "Thread" => "PD-06",
            "Named" or "Hide" or "SetOCGState" or "Trans" or "GoTo3DView" or "GoToDp" or "Sound" or "Movie" or "Rendition" or "RichMediaExecute" => "PD-07",
            _ => null,
        };
    }

    private string FileName(PdfDict dict) => doc.Resolve(dict.Has("UF") ? dict["UF"] : dict["F"]) is PdfText name ? Readable(name.Bytes) : "";

    /// <summary>ID-11: an attachment goes, but the scanner sees it as it was.</summary>
    private void Carried(PdfObj file, string name)
    {
        if (doc.Resolve(file) is not PdfStream stream || !carried.Add(stream.Number)) return;
        doc.Budget.Enter(1, "attachment");
        var bytes = doc.Bytes(stream, "attachment");
        var kind = Identification.Identifier.Identify(bytes, doc.Budget).Kind;
        children.Add(new(Show.Visible(name.Length > 0 ? name : "attachment " + Show.Number(carried.Count), 200), Identification.KindCodes.Code(kind), Kernel.Outcome.Blocked, new(bytes), null, []) { IsEmbedded = true });
    }

    private static string Readable(byte[] bytes) => bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2) : Encoding.UTF8.GetString(bytes);

    private void Found(string rule, int number, string name = "")
    {
        var seen = places[rule] = places.GetValueOrDefault(rule) + 1;
        var place = seen <= MaxPlaces ? "object " + Show.Number(number) : "objects";
        if (name.Length > 0) log.Add(rule, FindingAction.Removed, place, 1, ("name", name));
        else log.Add(rule, FindingAction.Removed, place);
    }
}
