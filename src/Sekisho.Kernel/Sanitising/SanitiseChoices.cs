using System.Collections.Frozen;

namespace Sekisho.Kernel.Sanitising;

/// <summary>What a policy may decide about files and mails, and the words for it; the first word is the default. That macros stay is no choice.</summary>
public static class SanitiseChoices
{
    /// <summary>The ladder of a document: its steps in this order, at least one of them, or "block" alone.</summary>
    public const string Levels = "levels";
    public const string Block = "block";
    public static readonly IReadOnlyList<string> Steps = ["rebuild", "raster", "text"];

    /// <summary>Of documents; may differ by format.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> OfDocuments = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["links"] = ["keep", "defang", "remove"], ["hidden"] = ["keep", "remove"], ["comments"] = ["keep", "remove"], ["metadata"] = ["remove", "keep"],
        ["forms"] = ["flatten", "remove"], ["embedded"] = ["remove", "recurse"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Of everything else.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> General = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["archive"] = ["whole", "each"], ["pictures"] = ["strict", "correct"], ["macros"] = ["strict", "convert"], ["passwords"] = ["open", "protect"],
        ["mail_links"] = ["defang", "show", "host", "remove"], ["mail_charset"] = ["utf-8", "iso-2022-jp"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Formats whose choices may differ; macro and template flavours follow their plain one.</summary>
    public static readonly IReadOnlyList<string> Formats = ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "odg", "doc", "xls", "ppt", "xlsb", "rtf"];
}
