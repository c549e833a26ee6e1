namespace Sekisho.Sanitizing.Identification;

/// <summary>What a file is by magic and structure (matrix §2). Its code is the lower-case name; codes stand in reports and facts.</summary>
public enum FileKind
{
    Unknown, Empty, Text, Csv, Html, Xml, Svg, Rtf,
    Docx, Docm, Dotx, Dotm, Xlsx, Xlsm, Xltx, Xltm, Xlsb, Xlam, Pptx, Pptm, Potx, Potm, Ppsx, Ppsm, Ppam, OoxmlOther, OoxmlEncrypted,
    Odt, Ods, Odp, Odg, Ott, Ots, Otp, Otg, OdfOther, OfficeXml,
    Doc, Xls, Ppt, Msg, Ichitaro, Cfb,
    Pdf, Jpeg, Png, Gif, Bmp, Tiff, Webp, Heic, Emf, Wmf, Ico, Psd, Jpeg2000, PostScript,
    Zip, SevenZip, Rar, Tar, Gzip, Bzip2, Xz, Zstd, Compress, Lzh, Cab, Iso, ArchiveOther,
    Eml, Tnef, Ics, Vcf, Dxf, Dwg, Jww, Sxf, DocuWorks,
    Executable, Script, Shortcut, OneNote, Help, Java, Media, Font, Key, Sylk,
}
