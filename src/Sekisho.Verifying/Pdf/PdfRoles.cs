namespace Sekisho.Verifying.Pdf;

/// <summary>
/// What each kind of dictionary may hold, one line a kind: key=form. Forms: n number, b boolean, s string, N numbers, M numbers and arrays of
/// numbers, /a|b one of these names, /* a name, >Role a value of that role, [Role] an array, {Role} names to values, ^ a reference looked at
/// from elsewhere, and a word for the few that need code. A role with a star is a stream.
/// </summary>
internal static class PdfRoles
{
    private const string Lines = """
        Catalog Type=/Catalog Pages=>Pages Outlines=>Outlines PageMode=/UseOutlines PageLayout=/SinglePage|OneColumn|TwoColumnLeft|TwoColumnRight|TwoPageLeft|TwoPageRight Lang=s ViewerPreferences=>View PageLabels=>Labels
        View Direction=/R2L
        Info Title=s Author=s Subject=s CreationDate=s ModDate=s
        Labels Nums=[Label]
        Label S=/D|R|r|A|a P=s St=n
        Pages Type=/Pages Count=n Kids=[Page]
        Page Type=/Page Parent=^ MediaBox=N CropBox=N Rotate=n UserUnit=n Group=>Group Contents=>Content* Resources=>Resources Annots=[Link]
        Link Type=/Annot Subtype=/Link Rect=N Border=N C=N QuadPoints=N Dest=dest A=>Action
        Action S=/URI URI=uri
        Outlines Type=/Outlines First=>Item Last=^ Count=n
        Item Title=s Parent=^ Prev=^ Next=>Item First=>Item Last=^ Count=n Dest=dest C=N F=n
        Resources Font={Font} ExtGState={State} ColorSpace={space} Pattern={Pattern} Shading={Shading} XObject={XObject}
        Content*
        Group S=/Transparency CS=space I=b K=b
        Form* Type=/XObject Subtype=/Form BBox=N Matrix=N Group=>Group Resources=>Resources
        Image* Type=/XObject Subtype=/Image Width=n Height=n ImageMask=b ColorSpace=space BitsPerComponent=n Decode=N Interpolate=b SMask=>Image* Mask=mask
        State LW=n LC=n LJ=n ML=n FL=n SM=n ca=n CA=n OPM=n SA=b OP=b op=b AIS=b TK=b RI=/AbsoluteColorimetric|RelativeColorimetric|Saturation|Perceptual D=M Font=[Font] BM=/Normal|Compatible|Multiply|Screen|Overlay|Darken|Lighten|ColorDodge|ColorBurn|HardLight|SoftLight|Difference|Exclusion|Hue|Saturation|Color|Luminosity SMask=soft
        Soft S=/Alpha|Luminosity G=>Form* BC=N TR=>Function
        Tiling* PatternType=n PaintType=n TilingType=n BBox=N XStep=n YStep=n Matrix=N Resources=>Resources
        Shaded PatternType=n Shading=>Shading Matrix=N ExtGState=>State
        Shading ShadingType=n ColorSpace=space Background=N BBox=N AntiAlias=b Function=functions Domain=N Matrix=N Coords=N Extend=[b] BitsPerCoordinate=n BitsPerComponent=n BitsPerFlag=n Decode=N VerticesPerRow=n
        Function FunctionType=n Domain=N Range=N Size=N BitsPerSample=n Encode=N Decode=N C0=N C1=N N=n Functions=[Function] Bounds=N
        Measured WhitePoint=N BlackPoint=N Gamma=M Matrix=N Range=N
        Simple Type=/Font Subtype=/Type1|TrueType BaseFont=/* FirstChar=n LastChar=n Widths=N FontDescriptor=>Descriptor Encoding=encoding ToUnicode=>Text*
        Composite Type=/Font Subtype=/Type0 BaseFont=/* DescendantFonts=[Inner] Encoding=encoding ToUnicode=>Text*
        Inner Type=/Font Subtype=/CIDFontType0|CIDFontType2 BaseFont=/* CIDSystemInfo=>Collection FontDescriptor=>Descriptor DW=n DW2=N W=M W2=M CIDToGIDMap=gids
        Drawn Type=/Font Subtype=/Type3 FontBBox=N FontMatrix=N FirstChar=n LastChar=n Widths=N FontDescriptor=>Descriptor Encoding=encoding CharProcs={Content*} Resources=>Resources ToUnicode=>Text*
        Collection Registry=s Ordering=s Supplement=n
        Differences BaseEncoding=/WinAnsiEncoding|MacRomanEncoding|MacExpertEncoding|StandardEncoding|PDFDocEncoding Differences=differences
        Codes* Type=/CMap CMapName=/Codes CIDSystemInfo=>Collection WMode=n UseCMap=/*
        Text*
        Glyphs*
        Descriptor Type=/FontDescriptor FontName=/* Flags=n FontBBox=N ItalicAngle=n Ascent=n Descent=n Leading=n CapHeight=n XHeight=n StemV=n StemH=n AvgWidth=n MaxWidth=n MissingWidth=n FontWeight=n FontFile=>Type1* FontFile2=>TrueType* FontFile3=>Compact*
        Type1* Length1=n Length2=n Length3=n
        TrueType* Length1=n
        Compact* Subtype=/Type1C|CIDFontType0C
        """;

    private static readonly Dictionary<string, Dictionary<string, string>> Table = Parse();

    /// <summary>Keys of a role and the form of each.</summary>
    internal static Dictionary<string, string> Of(string role) => Table[role];

    private static Dictionary<string, Dictionary<string, string>> Parse()
    {
        var table = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var line in Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var keys = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var word in words.Skip(1)) keys[word[..word.IndexOf('=', StringComparison.Ordinal)]] = word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..];
            table[words[0]] = keys;
        }
        return table;
    }
}
