using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Office;

/// <summary>Names elements that are not on the list. A name missing here costs a sentence: the element is dropped all the same (law E2).</summary>
internal static class DroppedElement
{
    private static readonly Dictionary<string, string> Rules = new(StringComparer.Ordinal)
    {
        ["control"] = "OX-03", ["controls"] = "OX-03", ["ffData"] = "OX-03", ["object"] = "OX-04", ["OLEObject"] = "OX-04", ["oleObj"] = "OX-04", ["oleObjects"] = "OX-04", ["objectEmbed"] = "OX-04", ["objectLink"] = "OX-05", ["oleLink"] = "OX-05",
        ["attachedTemplate"] = "OX-06", ["subDoc"] = "OX-15", ["altChunk"] = "OX-15", ["ddeLink"] = "OX-09", ["externalReferences"] = "OX-12", ["mailMerge"] = "OX-16", ["dataBinding"] = "OX-16", ["customXml"] = "OX-16", ["smartTag"] = "OX-16",
        ["attachedSchema"] = "OX-16", ["saveThroughXslt"] = "OX-16", ["docPartObj"] = "OX-16", ["docVars"] = "OX-16", ["pivotCaches"] = "OX-11", ["webPublishItems"] = "OX-11", ["webPublishing"] = "OX-11", ["customWorkbookViews"] = "OX-28", ["customSheetViews"] = "OX-28",
        ["externalData"] = "OX-18", ["userShapes"] = "OX-18", ["contentPart"] = "OX-18", ["audioFile"] = "OX-20", ["videoFile"] = "OX-20", ["quickTimeFile"] = "OX-20", ["wavAudioFile"] = "OX-20", ["audioCd"] = "OX-20", ["snd"] = "OX-20", ["sndAc"] = "OX-20", ["custShowLst"] = "OX-20",
        ["embeddedFontLst"] = "OX-21", ["embedRegular"] = "OX-21", ["embedBold"] = "OX-21", ["embedItalic"] = "OX-21", ["embedBoldItalic"] = "OX-21", ["FmlaMacro"] = "OX-03", ["frameset"] = "OX-06", ["movie"] = "OX-20", ["writeProtection"] = "OX-29", ["fileSharing"] = "OX-29", ["modifyVerifier"] = "OX-29",
    };

    // Text inside stays: the element only said where it came from.
    private static readonly HashSet<string> Wrappers = new(StringComparer.Ordinal) { "customXml", "smartTag" };

    // What every program writes and nobody misses: editing traces, caches, extensions with a plain twin.
    private static readonly HashSet<string> Tidy = new(StringComparer.Ordinal)
    {
        "proofErr", "custDataLst", "divId", "personal", "personalReply", "personalCompose", "smartTagType", "smartTagTypes", "fileRecoveryPr", "dataConsolidate", "photoAlbum", "lastRenderedPageBreak", "rsids", "extLst", "ext", "rsid", "permStart", "permEnd", "proofState", "placeholder", "statusText", "fileVersion", "hdrShapeDefaults", "shapeDefaults", "webSettings", "docPartBody", "revisionPtr",
        "absPath", "alternateContent", "chartTrackingRefBased", "docId", "dataModelExt", "oleSize", "pivotFmts", "colormenu", "printerSettings", "themeFontLang", "smartTagPr", "footnoteLayoutLikeWW8", "prnPr", "sp_", "cacheField", "volType", "schemaLibrary", "relyOnVML",
        "optimizeForBrowser", "allowPNG", "useXSLTWhenSaving", "saveInvalidXml", "ignoreMixedContent", "alwaysMergeEmptyNamespace", "linkStyles", "doNotEmbedSmartTags", "decimalSymbol_", "activeWritingStyle", "captions", "updateFields", "removePersonalInformation", "complex", "idmap_", "signatureline_",
    };

    internal static bool IsWrapper(XElem e) => Wrappers.Contains(e.Name);

    internal static void Report(XElem e, PartScope scope)
    {
        if (Rules.TryGetValue(e.Name, out var rule)) scope.Log.Add(rule, DroppedRel.IsTidy(rule) ? FindingAction.Kept : FindingAction.Removed, scope.Part, 1, ("name", e.Name), ("kind", e.Name));
        else if (!Tidy.Contains(e.Name) && !IsExtension(e.Ns)) scope.Log.Add("E2", FindingAction.Removed, scope.Part, 1, ("name", e.Name));
    }

    /// <summary>Later vocabularies of the same programs stand beside a plain form that is kept (ISO/IEC 29500-3: ignorable).</summary>
    private static bool IsExtension(string ns) =>
        ns.StartsWith("http://schemas.microsoft.com/office/", StringComparison.Ordinal) && !ns.Contains("/2006/", StringComparison.Ordinal);
}
