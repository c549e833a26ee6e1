using System.Text;
using Sekisho.Kernel;
using Sekisho.Sanitizing.Containers;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Identification;

/// <summary>Tells OOXML and ODF packages from plain ZIP by the main part's content type or the mimetype entry (matrix §2).</summary>
internal static class OfficeKinds
{
    private static readonly Dictionary<string, FileKind> MainTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [Word + "document.main+xml"] = FileKind.Docx, [Word + "template.main+xml"] = FileKind.Dotx,
        ["application/vnd.ms-word.document.macroEnabled.main+xml"] = FileKind.Docm, ["application/vnd.ms-word.template.macroEnabledTemplate.main+xml"] = FileKind.Dotm,
        [Sheet + "sheet.main+xml"] = FileKind.Xlsx, [Sheet + "template.main+xml"] = FileKind.Xltx,
        ["application/vnd.ms-excel.sheet.macroEnabled.main+xml"] = FileKind.Xlsm, ["application/vnd.ms-excel.template.macroEnabled.main+xml"] = FileKind.Xltm,
        ["application/vnd.ms-excel.addin.macroEnabled.main+xml"] = FileKind.Xlam, ["application/vnd.ms-excel.sheet.binary.macroEnabled.main"] = FileKind.Xlsb,
        [Slides + "presentation.main+xml"] = FileKind.Pptx, [Slides + "template.main+xml"] = FileKind.Potx, [Slides + "slideshow.main+xml"] = FileKind.Ppsx,
        ["application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"] = FileKind.Pptm, ["application/vnd.ms-powerpoint.template.macroEnabled.main+xml"] = FileKind.Potm,
        ["application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml"] = FileKind.Ppsm, ["application/vnd.ms-powerpoint.addin.macroEnabled.main+xml"] = FileKind.Ppam,
    };

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Slides = "application/vnd.openxmlformats-officedocument.presentationml.";
    private const string OpenDocument = "application/vnd.oasis.opendocument.";

    internal static FileKind Of(StrictZip zip)
    {
        // Packed again by hand, the type is neither first nor stored; the manifest still says what the package is (OD-10).
        if (zip.Entries.FirstOrDefault(e => Is(e, "mimetype")) is { } type && (zip.Entries[0] == type || zip.Entries.Any(e => Is(e, "META-INF/manifest.xml")))) return OpenDocumentKind(zip, type);
        var types = zip.Entries.FirstOrDefault(e => Is(e, "[Content_Types].xml"));
        if (types is null) return FileKind.Zip;
        if (types.IsEncrypted) throw new FileStop("ZP-07", Outcome.Held, "[Content_Types].xml");
        return Main(zip, types);
    }

    /// <summary>The plain flavour written for a macro flavour; null for what is not OOXML or is never written.</summary>
    internal static FileKind? Plain(FileKind kind) => kind switch
    {
        FileKind.Docx or FileKind.Docm => FileKind.Docx,
        FileKind.Dotx or FileKind.Dotm => FileKind.Dotx,
        FileKind.Xlsx or FileKind.Xlsm => FileKind.Xlsx,
        FileKind.Xltx or FileKind.Xltm => FileKind.Xltx,
        FileKind.Pptx or FileKind.Pptm => FileKind.Pptx,
        FileKind.Potx or FileKind.Potm => FileKind.Potx,
        FileKind.Ppsx or FileKind.Ppsm => FileKind.Ppsx,
        _ => null,
    };

    /// <summary>Content type of the main part of a plain flavour.</summary>
    internal static string MainType(FileKind plain) => MainTypes.First(p => p.Value == plain).Key;

    /// <summary>True for the content type of any main part.</summary>
    internal static bool IsMainType(string type) => MainTypes.ContainsKey(type);

    private static FileKind Main(StrictZip zip, ZipEntry types)
    {
        var root = StrictXml.Parse(zip.Read(types, "[Content_Types].xml"), zip.Limits, "[Content_Types].xml");
        var kinds = root.Children.Select(c => c.Get("ContentType")).OfType<string>().Where(MainTypes.ContainsKey).Select(t => MainTypes[t]).Distinct().ToList();
        return kinds switch
        {
            [] => FileKind.OoxmlOther,
            [var one] => one,
            _ => throw new FileStop("OX-26", Outcome.Blocked, "[Content_Types].xml"),
        };
    }

    /// <summary>The media type an OpenDocument kind has in its package.</summary>
    internal static string OpenDocumentType(FileKind kind) => OpenDocument + kind switch
    {
        FileKind.Odt => "text", FileKind.Ott => "text-template", FileKind.Ods => "spreadsheet", FileKind.Ots => "spreadsheet-template",
        FileKind.Odp => "presentation", FileKind.Otp => "presentation-template", FileKind.Odg => "graphics", _ => "graphics-template",
    };

    private static FileKind OpenDocumentKind(StrictZip zip, ZipEntry entry)
    {
        if (entry.IsEncrypted || entry.Size > 200) return FileKind.Zip;
        var type = Encoding.ASCII.GetString(zip.Read(entry, "mimetype")).Trim();
        if (!type.StartsWith(OpenDocument, StringComparison.Ordinal)) return FileKind.OdfOther;
        return type[OpenDocument.Length..] switch
        {
            "text" => FileKind.Odt, "text-template" => FileKind.Ott,
            "spreadsheet" => FileKind.Ods, "spreadsheet-template" => FileKind.Ots,
            "presentation" => FileKind.Odp, "presentation-template" => FileKind.Otp,
            "graphics" => FileKind.Odg, "graphics-template" => FileKind.Otg,
            _ => FileKind.OdfOther,
        };
    }

    private static bool Is(ZipEntry entry, string name) => entry.RawName.AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(name));
}
