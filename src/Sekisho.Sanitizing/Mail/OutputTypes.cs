namespace Sekisho.Sanitizing.Mail;

/// <summary>Media types of what we write, by file extension, and extensions for parts that came without a name.</summary>
internal static class OutputTypes
{
    private static readonly Dictionary<string, string> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        ["txt"] = "text/plain", ["csv"] = "text/csv", ["pdf"] = "application/pdf", ["zip"] = "application/zip",
        ["png"] = "image/png", ["jpg"] = "image/jpeg", ["jpeg"] = "image/jpeg",
        ["ics"] = "text/calendar", ["vcf"] = "text/vcard",
        ["odt"] = "application/vnd.oasis.opendocument.text", ["ods"] = "application/vnd.oasis.opendocument.spreadsheet", ["odp"] = "application/vnd.oasis.opendocument.presentation", ["odg"] = "application/vnd.oasis.opendocument.graphics",
        ["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ["pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    };
    private static readonly Dictionary<string, string> Claimed = new(StringComparer.Ordinal)
    {
        ["text/plain"] = "txt", ["text/csv"] = "csv", ["text/html"] = "html", ["text/calendar"] = "ics", ["text/vcard"] = "vcf", ["application/pdf"] = "pdf",
        ["application/zip"] = "zip", ["image/png"] = "png", ["image/jpeg"] = "jpg", ["image/gif"] = "gif", ["image/bmp"] = "bmp", ["image/tiff"] = "tif", ["image/webp"] = "webp",
        ["application/ms-tnef"] = "dat", ["message/rfc822"] = "eml",
    };

    internal static string MediaType(string name) =>
        ByExtension.GetValueOrDefault(name.LastIndexOf('.') is >= 0 and var dot ? name[(dot + 1)..] : "") ?? "application/octet-stream";

    /// <summary>A name for a part without one: 添付1.png.</summary>
    internal static string NameFor(string mediaType, int number) =>
        "添付" + Show.Number(number) + (Claimed.TryGetValue(mediaType, out var extension) ? "." + extension : "");
}
