using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Names;
using static Sekisho.Sanitizing.Identification.FileKind;

namespace Sekisho.Sanitizing.Identification;

/// <summary>ID-02, ID-03, ID-09 and the block list by name (BK-01…06): what an extension may be in truth. A table of permitted aliases only.</summary>
internal static class DeclaredTypes
{
    private static readonly FileKind[] AnyText = [Text, Csv, FileKind.Xml, Html, Eml, Ics, Vcf, Sylk, Svg, Dxf, Sxf, Key];

    private static readonly Dictionary<string, FileKind[]> ByExtension = Build();
    private static readonly Dictionary<string, string> Blocked = BuildBlocked();

    /// <summary>Checks the cleaned name against what the bytes are and returns the kind to work with; stops on a lie.</summary>
    internal static FileKind Agree(CleanedName name, FileKind found, FilePolicy policy, FindingLog log)
    {
        CheckBlockList(name);
        if (name.Extension.Length == 0 || found is Unknown or Empty) return found;
        if (!ByExtension.TryGetValue(name.Extension, out var allowed)) return Unlisted(name, found, log);
        if (allowed.Contains(found)) return Narrow(name.Extension, found);
        if (IsMacroPair(allowed, found))
            return policy.AcceptMacroFlavourMismatch ? found : throw new FileStop("ID-03", Outcome.Blocked, name.Name);
        if (policy.AcceptPictureMismatch && IsPicture(found) && allowed.Any(IsPicture))
        {
            log.Add("ID-02", FindingAction.Rewritten, name.Name, 1, ("ext", name.Extension), ("type", found.Code()));
            return found;
        }
        throw Mismatch(name, found);
    }

    /// <summary>The name promises a text, so a few unreadable bytes do not make the file unknown (TX-02).</summary>
    internal static bool IsTextName(CleanedName name) => ByExtension.TryGetValue(name.Extension, out var kinds) && kinds.Contains(Text);

    /// <summary>The name promises a document that is a package.</summary>
    internal static bool IsPackageName(CleanedName name) => ByExtension.TryGetValue(name.Extension, out var kinds) && kinds[0] is >= Docx and <= Ppam or >= Odt and <= Otg;

    /// <summary>What a text with unreadable bytes is by its name: markup stays markup, so that it is treated as such.</summary>
    internal static FileKind OfDamagedText(string extension) => extension switch
    {
        "csv" or "tsv" => Csv,
        "htm" or "html" or "xhtml" => Html,
        _ => Text,
    };

    /// <summary>A program would read the file under such a name as more than characters.</summary>
    internal static bool IsMarkupName(string extension) => extension is "htm" or "html" or "xhtml" or "xml" or "svg" or "eml" or "eps" or "ps" or "ai";

    internal static bool IsPicture(FileKind kind) => kind is Jpeg or Png or Gif or Bmp or Tiff or Webp or Heic;

    /// <summary>The carrier's media type against the found kind: only a claim that names a different family is a lie; programs guess badly.</summary>
    internal static void CheckMediaType(string? mediaType, FileKind found, string place, FindingLog log)
    {
        var type = mediaType?.Split(';')[0].Trim().ToLowerInvariant() ?? "";
        var lie = type switch
        {
            _ when type.StartsWith("image/", StringComparison.Ordinal) => !(IsPicture(found) || found is Svg or Emf or Wmf or Ico or Psd or Jpeg2000 or Dxf or Dwg or Unknown or Empty),
            "application/pdf" => found is not (FileKind.Pdf or Unknown or Empty),
            _ => false,
        };
        if (lie) throw new FileStop("ID-02", Outcome.Blocked, place, new Dictionary<string, string> { ["ext"] = type, ["type"] = found.Code() });
        if (type.StartsWith("text/", StringComparison.Ordinal) && !AnyText.Contains(found) && found is not (Empty or FileKind.Rtf)) log.Add("ID-02", FindingAction.Kept, place, 1, ("ext", type), ("type", found.Code()));
    }

    private static void CheckBlockList(CleanedName name)
    {
        // "請求書.pdf.exe" and "photo.exe.jpg": every extension in the chain that runs by double-click decides (ID-09).
        if (Blocked.TryGetValue(name.Extension, out var rule)) throw rule is "MEDIA" ? new FileStop("IM-14", Outcome.Held, name.Name) : new FileStop(rule, rule is "BK-06" or "JP-01" or "JP-03" ? Outcome.Held : Outcome.Blocked, name.Name);
        // Our own note for a part that was not delivered carries that part's name (MB-09); its type is still checked as text.
        if (name.Name.EndsWith(".遮断.txt", StringComparison.Ordinal) || name.Name.EndsWith(".遮断理由.txt", StringComparison.Ordinal)) return;
        var parts = LookAlikes.Fold(name.Name).Split('.');
        for (var i = 1; i < parts.Length - 1; i++)
            if (Blocked.TryGetValue(parts[i].Trim(), out var inner) && inner is "BK-01" or "BK-03" && parts[i].Trim() is not "com") throw new FileStop("ID-09", Outcome.Blocked, name.Name);
    }

    private static FileKind Unlisted(CleanedName name, FileKind found, FindingLog log)
    {
        // "議事録2026.04" has no extension a system knows; text stays text and gets .txt so that nothing can be registered for it.
        if (!AnyText.Contains(found)) throw Mismatch(name, found);
        log.Add("ID-09", FindingAction.Rewritten, name.Name, 1, ("ext", name.Extension));
        return Text;
    }

    private static FileKind Narrow(string extension, FileKind found) => extension switch
    {
        "csv" or "tsv" when found is not Sylk => Csv,
        "txt" or "log" or "ini" or "md" or "asc" or "text" or "cfg" or "conf" or "lst" or "json" or "yaml" or "yml" => Text,
        "htm" or "html" => Html,
        "xml" when found is Text => Text,
        "ics" => Ics,
        "vcf" => Vcf,
        "eml" => Eml,
        _ => found,
    };

    private static bool IsMacroPair(FileKind[] allowed, FileKind found) =>
        OfficeKinds.Plain(found) is { } plain && plain != found && allowed.Contains(plain)
        || allowed.Any(k => k is Doc or Xls or Ppt) && found is (>= Docx and <= Ppam) or FileKind.Rtf or Html or Eml or OfficeXml or FileKind.Xml;

    private static FileStop Mismatch(CleanedName name, FileKind found) =>
        new("ID-02", Outcome.Blocked, name.Name, new Dictionary<string, string> { ["ext"] = name.Extension, ["type"] = found.Code() });

    private static Dictionary<string, FileKind[]> Build()
    {
        var map = new Dictionary<string, FileKind[]>(StringComparer.Ordinal);
        void Put(string extensions, params FileKind[] kinds) { foreach (var e in extensions.Split(' ')) map[e] = kinds; }
        Put("txt log ini md asc text cfg conf lst json yaml yml", [.. AnyText]);
        Put("csv tsv", Text, Csv, Sylk);
        Put("htm html xhtml", Html, Text);
        Put("xml", FileKind.Xml, Svg, Text, OfficeXml, Html);
        Put("fodt fods fodp", OfficeXml);
        Put("svg", Svg);
        Put("svgz", Gzip);
        Put("rtf", FileKind.Rtf);
        foreach (var k in (FileKind[])[Docx, Docm, Dotx, Dotm, Xlsx, Xlsm, Xltx, Xltm, Xlsb, Xlam, Pptx, Pptm, Potx, Potm, Ppsx, Ppsm, Ppam]) Put(k.Code(), k, OoxmlEncrypted);
        foreach (var k in (FileKind[])[Odt, Ods, Odp, Odg, Ott, Ots, Otp, Otg]) Put(k.Code(), k);
        Put("doc dot", Doc);
        Put("xls xlt", Xls);
        Put("ppt pot pps", Ppt);
        Put("msg", Msg);
        Put("jtd jtt jttc", Ichitaro, Cfb);
        Put("pdf", FileKind.Pdf);
        Put("jpg jpeg jpe jfif", Jpeg);
        foreach (var k in (FileKind[])[Png, Gif, Bmp, Webp, Emf, Wmf, Ico, Psd, Zip, Rar, Tar, Eml, Ics, Vcf, Dwg, Jww, Dxf]) Put(k.Code(), k);
        Put("dib", Bmp);
        Put("tif tiff", Tiff);
        Put("heic heif avif hif", Heic);
        Put("jp2 j2k jpf jpx", Jpeg2000);
        Put("eps ps ai", PostScript, FileKind.Pdf, Text);
        Put("zip", Zip);
        Put("7z", SevenZip);
        Put("gz tgz", Gzip);
        Put("bz2 tbz", Bzip2);
        Put("xz txz", Xz);
        Put("zst", Zstd);
        Put("lzh lha", Lzh);
        Put("cab", Cab);
        Put("eml", Eml, Text);
        Put("dat tnef", Tnef, Text);
        Put("vcs", Ics);
        Put("ics", Ics);
        Put("sfc p21", Sxf);
        Put("sfz p2z", Zip);
        return map;
    }

    private static Dictionary<string, string> BuildBlocked()
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        void Put(string rule, string extensions) { foreach (var e in extensions.Split(' ')) map[e] = rule; }
        Put("BK-01", "exe com scr pif cpl dll ocx sys msi msp mst msix appx appinstaller msixbundle class jar apk dex wasm swf elf");
        Put("BK-02", "js jse vbs vbe wsf wsh wsc sct hta ps1 psm1 psd1 ps1xml bat cmd sh py pyw rb pl php lua au3 ahk applescript scpt");
        Put("BK-03", "lnk url website scf library-ms search-ms searchconnector-ms settingcontent-ms theme themepack desktop webloc appref-ms rdp diagcab msc inf reg job gadget");
        Put("BK-04", "xll wll iqy oqy dqy rqy slk odc udl mdb accdb ade adp mde pub vsdm one onepkg onetoc2 mht mhtml");
        Put("BK-05", "chm hlp its jnlp application vsto crx xpi nupkg whl torrent");
        Put("BK-06", "pfx p12 key pem kdbx");
        Put("DK-01", "iso img udf vhd vhdx vmdk dmg wim");
        Put("CB-01", "arj ace cpio ar deb rpm xar war");
        Put("IM-14", "ttf otf woff woff2 eot ttc");
        Put("OX-30", "xlam ppam");
        Put("JP-01", "jaw jbw jfw jvw jxw");
        Put("JP-02", "jhd jsd wk1 wk3 wk4 wj1 wj2 wj3 wj4 tbl oas oa2 oa3");
        Put("JP-03", "xdw xbd xct");
        Put("JP-10", "epub xps oxps hwp hwpx wpd pages numbers kml kmz shp dbf");
        Put("OD-10", "oxt");
        Put("SM-01", "pst ost dbx mbox");
        Put("MEDIA", "mp3 wav mp4 m4a m4v avi wmv wma mov flac ogg mkv webm mid");
        return map;
    }
}
