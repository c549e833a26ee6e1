namespace Sekisho.Sanitizing.Office;

/// <summary>Names what a relationship that is not followed was, so that the report can say why it went. Forgetting a type here costs a sentence, not safety (law E2).</summary>
internal static class DroppedRel
{
    /// <summary>Matrix row of a dropped relationship type; "" for what is dropped without a word (caches that programs make again).</summary>
    internal static string Rule(OpcRel rel)
    {
        if (rel.IsExternal) return rel.Type is "hyperlink" ? "OX-07" : rel.Type is "oleObject" ? "OX-05" : "OX-06";
        return rel.Type switch
        {
            "ms:vbaProject" or "ms:wordVbaData" or "ms:vbaProjectSignature" or "ms:vbaProjectSignatureAgile" or "ms:vbaProjectSignatureV3" or "ms:jsaProject" => "OX-01",
            "ms:xlMacrosheet" or "ms:xlIntlMacrosheet" or "dialogsheet" => "OX-02",
            "control" or "ctrlProp" or "ms:activeXControlBinary" => "OX-03",
            "oleObject" or "package" => "OX-04",
            "attachedTemplate" or "frame" or "subDocument" or "recipientData" => "OX-06",
            "connections" or "queryTable" or "pivotTable" or "pivotCacheDefinition" or "pivotCacheRecords" or "volatileDependencies" or "ms:slicer" or "ms:slicerCache" or "ms:timeline" or "ms:timelineCache" or "powerPivotData" => "OX-11",
            "externalLink" => "OX-12",
            "ui/extensibility" or "ms:extensibility" or "ms:userCustomization" or "ms:attachedToolbars" or "ms:keyMapCustomizations" => "OX-13",
            "ms:webextensiontaskpanes" or "ms:taskpanes" or "ms:webextension" => "OX-14",
            "aFChunk" or "glossaryDocument" => "OX-15",
            "customXml" or "customXmlProps" or "mailMergeSource" or "mailMergeHeaderSource" or "xmlMaps" or "transform" => "OX-16",
            "chartUserShapes" or "ms:chartEx" or "ms:model3d" => "OX-18",
            "audio" or "video" or "ms:media" or "slideUpdateInfo" => "OX-20",
            "font" => "OX-21",
            "printerSettings" => "OX-22",
            "pkg:origin" or "pkg:signature" or "pkg:certificate" => "OX-23",
            "pkg:core-properties" or "extended-properties" or "custom-properties" or "extendedProperties" or "customProperties" or "metadata/thumbnail" or "pkg:thumbnail" or "revisionHeaders" or "usernames" or "commentAuthors" or "ms:authors" or "tags" => "OX-28",
            "comments" or "ms:threadedComment" or "ms:comments" or "ms:person" => "OX-28",
            "calcChain" or "webSettings" or "stylesWithEffects" or "ms:stylesWithEffects" or "viewProps" or "sheetMetadata" or "ms:chartStyle" or "ms:chartColorStyle" or "ms:commentsExtended" or "ms:commentsIds" or "ms:commentsExtensible" or "ms:people" or "ms:revisionInfo" or "ms:changesInfo" => "",
            _ => "OX-26",
        };
    }

    /// <summary>Rows that say nothing was dangerous: kept apart so that an ordinary document stays 無害化済み (matrix: L rows).</summary>
    internal static bool IsTidy(string rule) => rule is "" or "OX-28";
}
