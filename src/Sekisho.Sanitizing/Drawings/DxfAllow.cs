namespace Sekisho.Sanitizing.Drawings;

/// <summary>What a rebuilt DXF may hold (law E2): sections, entities, tables, objects, text variables of the header, applications whose data belong to the drawing.</summary>
internal static class DxfAllow
{
    internal static readonly HashSet<string> Sections = Words("HEADER CLASSES TABLES BLOCKS ENTITIES OBJECTS");

    internal static readonly HashSet<string> Entities = Words(
        "LINE POINT CIRCLE ARC ELLIPSE SPLINE POLYLINE VERTEX SEQEND LWPOLYLINE TEXT MTEXT ATTDEF ATTRIB INSERT SOLID TRACE 3DFACE 3DLINE HATCH MPOLYGON DIMENSION ARC_DIMENSION LARGE_RADIAL_DIMENSION"
        + " LEADER MLEADER MULTILEADER MLINE TOLERANCE VIEWPORT RAY XLINE WIPEOUT MESH HELIX LIGHT SHAPE ACAD_TABLE ARCALIGNEDTEXT BLOCK ENDBLK");

    internal static readonly HashSet<string> Tables = Words("TABLE ENDTAB VPORT LTYPE LAYER STYLE VIEW UCS APPID DIMSTYLE BLOCK_RECORD");

    internal static readonly HashSet<string> Objects = Words(
        "DICTIONARY ACDBDICTIONARYWDFLT ACDBPLACEHOLDER LAYOUT PLOTSETTINGS MLINESTYLE MLEADERSTYLE TABLESTYLE CELLSTYLEMAP TABLEGEOMETRY VISUALSTYLE SCALE GROUP MATERIAL DICTIONARYVAR SORTENTSTABLE"
        + " ACDBDETAILVIEWSTYLE ACDBSECTIONVIEWSTYLE SPATIAL_FILTER IDBUFFER SUN");

    /// <summary>Records whose texts are shown to people: nothing opens what they say.</summary>
    internal static readonly HashSet<string> Shown = Words("TEXT MTEXT ATTDEF ATTRIB DIMENSION ARC_DIMENSION LARGE_RADIAL_DIMENSION MLEADER MULTILEADER TOLERANCE ACAD_TABLE ARCALIGNEDTEXT MLEADERSTYLE");

    internal static readonly HashSet<string> TextVariables = Words(
        "$ACADVER $DWGCODEPAGE $TEXTSTYLE $CLAYER $CELTYPE $CMLSTYLE $DIMBLK $DIMBLK1 $DIMBLK2 $DIMLDRBLK $DIMPOST $DIMAPOST $DIMSTYLE $DIMTXSTY $DIMLTYPE $DIMLTEX1 $DIMLTEX2"
        + " $UCSBASE $UCSNAME $UCSORTHOREF $PUCSBASE $PUCSNAME $PUCSORTHOREF");

    internal static readonly HashSet<string> Applications = Words(
        "ACAD ACAD_MLEADERVER AcadAnnotative AcadAnnotativeDecomposition AcadAnnoAV AcadAnnoPO ACAD_PSEXT ACAD_DSTYLE_DIMBREAK ACAD_DSTYLE_DIMJAG AcDbDynamicBlockTrueName AcDbDynamicBlockTrueName2"
        + " AcDbBlockRepETag AcDbBlockRepBTag AcDbDynamicBlockGUID AcCmTransparency AcAecLayerStandard ACAD_EXEMPT_FROM_CAD_STANDARDS ACAD_MLEADERSTYLE AcDbSavedByObjectVersion GradientColor1ACI GradientColor2ACI RAK");

    internal static readonly HashSet<string> Groups = Words("{ACAD_REACTORS {ACAD_XDICTIONARY {BLKREFS");

    /// <summary>How a record that is not kept is named to people; null for what is only bookkeeping of the program that wrote the file.</summary>
    internal static string? Kind(string type) => type switch
    {
        "IMAGE" or "IMAGEDEF" or "POINTCLOUD" or "POINTCLOUDEX" or "POINTCLOUDDEF" or "POINTCLOUDDEFEX" or "RTEXT" or "COORDINATION_MODEL" or "NAVISWORKSMODEL" or "NAVISWORKSMODELDEF" => "外部ファイルの参照",
        _ when type.Contains("UNDERLAY", StringComparison.Ordinal) => "外部ファイルの参照",
        "OLE2FRAME" or "OLEFRAME" => "埋め込みオブジェクト",
        "VBA_PROJECT" => "マクロ",
        "3DSOLID" or "REGION" or "BODY" => "立体の内部データ",
        _ when type.Contains("SURFACE", StringComparison.Ordinal) => "立体の内部データ",
        _ when type.Contains("PROXY", StringComparison.Ordinal) => "プロキシ",
        "IMAGEDEF_REACTOR" or "RASTERVARIABLES" or "WIPEOUTVARIABLES" or "XRECORD" or "FIELD" or "FIELDLIST" or "DIMASSOC" or "LAYER_INDEX" or "LAYER_FILTER" or "SPATIAL_INDEX" or "DATATABLE" or "TABLECONTENT"
            or "ACMECOMMANDHISTORY" or "ACMESCOPE" or "ACMESTATEMGR" or "DBCOLOR" or "GEODATA" or "SECTIONMANAGER" or "SECTIONSETTINGS" or "RENDERENVIRONMENT" or "RENDERGLOBAL" or "MENTALRAYRENDERSETTINGS"
            or "ACAD_EVALUATION_GRAPH" or "ACDB_DYNAMICBLOCKPURGEPREVENTER_VERSION" or "EVALUATION_GRAPH" or "CSACDOCUMENTOPTIONS" or "BREAKDATA" or "BREAKPOINTREF" or "PERSUBENTMGR" or "ASSOCNETWORK" => null,
        _ when type.StartsWith("BLOCK", StringComparison.Ordinal) || type.StartsWith("ACDB", StringComparison.Ordinal) || type.StartsWith("AEC", StringComparison.Ordinal) => null,
        _ => "知らない要素",
    };

    private static HashSet<string> Words(string list) => new(list.Split(' '), StringComparer.Ordinal);
}
