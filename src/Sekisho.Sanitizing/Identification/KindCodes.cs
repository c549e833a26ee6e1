namespace Sekisho.Sanitizing.Identification;

/// <summary>Codes and usual extensions of kinds.</summary>
public static class KindCodes
{
    /// <summary>Lower-case code for reports and facts: docx, jpeg, ooxmlencrypted …</summary>
    public static string Code(this FileKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The extension a file of this kind is written with, without the dot; "" for kinds that are never written.</summary>
    public static string Extension(this FileKind kind) => kind switch
    {
        FileKind.Jpeg => "jpg",
        FileKind.Text => "txt",
        FileKind.SevenZip => "7z",
        FileKind.Gzip => "gz",
        FileKind.Sxf => "p21",
        >= FileKind.Docx and <= FileKind.Xltm or >= FileKind.Pptx and <= FileKind.Ppsm or >= FileKind.Odt and <= FileKind.Otg => kind.Code(),
        FileKind.Csv or FileKind.Html or FileKind.Xml or FileKind.Svg or FileKind.Pdf or FileKind.Png or FileKind.Gif or FileKind.Bmp or FileKind.Tiff or FileKind.Webp
            or FileKind.Zip or FileKind.Tar or FileKind.Eml or FileKind.Ics or FileKind.Vcf or FileKind.Dxf or FileKind.Rtf or FileKind.Doc or FileKind.Xls or FileKind.Ppt => kind.Code(),
        _ => "",
    };
}
