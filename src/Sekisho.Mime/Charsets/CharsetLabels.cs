using System.Text;

namespace Sekisho.Mime.Charsets;

/// <summary>Labels of the wild to canonical labels (matrix TX-01, MI-11).</summary>
public static class CharsetLabels
{
    public const string Utf8 = "utf-8", Iso2022Jp = "iso-2022-jp", Cp932 = "cp932", EucJp = "euc-jp", Ascii = "us-ascii";

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf-8"] = Utf8, ["utf8"] = Utf8, ["unicode-1-1-utf-8"] = Utf8, ["cp65001"] = Utf8,
        ["us-ascii"] = Ascii, ["ascii"] = Ascii, ["ansi_x3.4-1968"] = Ascii, ["iso-ir-6"] = Ascii, ["646"] = Ascii,
        ["iso-2022-jp"] = Iso2022Jp, ["iso-2022-jp-1"] = Iso2022Jp, ["iso-2022-jp-2"] = Iso2022Jp, ["iso-2022-jp-3"] = Iso2022Jp,
        ["iso-2022-jp-2004"] = Iso2022Jp, ["iso-2022-jp-ms"] = Iso2022Jp, ["csiso2022jp"] = Iso2022Jp, ["cp50220"] = Iso2022Jp,
        ["cp50221"] = Iso2022Jp, ["cp50222"] = Iso2022Jp, ["jis"] = Iso2022Jp, ["jis7"] = Iso2022Jp, ["jis8"] = Iso2022Jp,
        ["shift_jis"] = Cp932, ["shift-jis"] = Cp932, ["shiftjis"] = Cp932, ["sjis"] = Cp932, ["x-sjis"] = Cp932, ["cp932"] = Cp932,
        ["ms932"] = Cp932, ["windows-31j"] = Cp932, ["ms_kanji"] = Cp932, ["csshiftjis"] = Cp932, ["x-ms-cp932"] = Cp932, ["sjis-win"] = Cp932,
        ["euc-jp"] = EucJp, ["eucjp"] = EucJp, ["x-euc-jp"] = EucJp, ["cp51932"] = EucJp, ["cseucpkdfmtjapanese"] = EucJp, ["eucjp-ms"] = EucJp,
        ["utf-16"] = "utf-16", ["utf-16le"] = "utf-16le", ["utf-16be"] = "utf-16be", ["utf-32"] = "utf-32",
    };

    /// <summary>Accepted only when declared; never guessed.</summary>
    private static readonly string[] DeclaredOnly =
    [
        "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-1258",
        "iso-8859-1", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8", "iso-8859-9", "iso-8859-13", "iso-8859-15",
        "koi8-r", "koi8-u", "big5", "gb2312", "gb18030", "euc-kr",
    ];

    /// <summary>The canonical label, or null when the set is unknown (also "unknown-8bit", "utf-7", "hz-gb-2312").</summary>
    public static string? Canonical(string? label)
    {
        if (label is null) return null;
        var trimmed = label.Trim().Trim('"', '\'');
        if (Aliases.TryGetValue(trimmed, out var known)) return known;
        return DeclaredOnly.FirstOrDefault(d => string.Equals(d, trimmed, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The framework's strict decoder of a set that is only read when declared; null when it is none of them.</summary>
    internal static Encoding? Foreign(string canonical) => canonical switch
    {
        "utf-16" or "utf-16le" => new UnicodeEncoding(false, true, true),
        "utf-16be" => new UnicodeEncoding(true, true, true),
        "utf-32" => new UTF32Encoding(false, true, true),
        _ when DeclaredOnly.Contains(canonical, StringComparer.Ordinal) => FromFramework(canonical),
        _ => null,
    };

    private static Encoding? FromFramework(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? (name == "iso-8859-1" ? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback) : null);
}
