namespace Sekisho.Sanitizing.Office;

/// <summary>Namespaces of OOXML: the Strict family is read as the Transitional one (OX-27), so no rule can be passed by choosing the other.</summary>
internal static class OfficeNs
{
    private const string Strict = "http://purl.oclc.org/ooxml/", Transitional = "http://schemas.openxmlformats.org/";
    internal const string R = Transitional + "officeDocument/2006/relationships";
    internal const string W = Transitional + "wordprocessingml/2006/main";
    internal const string X = Transitional + "spreadsheetml/2006/main";
    internal const string P = Transitional + "presentationml/2006/main";
    internal const string A = Transitional + "drawingml/2006/main";
    internal const string C = Transitional + "drawingml/2006/chart";
    internal const string Mc = Transitional + "markup-compatibility/2006";
    internal const string Relationships = Transitional + "package/2006/relationships";
    internal const string ContentTypes = Transitional + "package/2006/content-types";
    internal const string Vml = "urn:schemas-microsoft-com:vml";

    /// <summary>"http://purl.oclc.org/ooxml/a/b" is "http://schemas.openxmlformats.org/a/2006/b".</summary>
    internal static string Canonical(string uri)
    {
        if (!uri.StartsWith(Strict, StringComparison.Ordinal)) return uri;
        var slash = uri.IndexOf('/', Strict.Length);
        return slash < 0 ? uri : Transitional + uri[Strict.Length..slash] + "/2006" + uri[slash..];
    }

    /// <summary>The last segment of a relationship type, with the family it belongs to told apart: "image", "ms:vbaProject", "pkg:thumbnail"; "" for unknown families.</summary>
    internal static string ShortType(string type)
    {
        var t = Canonical(type);
        // Some producers write the family in lower case or with a folder more.
        if (t.EndsWith("/metadata/core-properties", StringComparison.OrdinalIgnoreCase)) return "pkg:core-properties";
        if (t.StartsWith(R + "/", StringComparison.Ordinal)) return t[(R.Length + 1)..];
        if (t.StartsWith(Relationships + "/", StringComparison.Ordinal)) return "pkg:" + t[(t.LastIndexOf('/') + 1)..];
        return t.StartsWith("http://schemas.microsoft.com/", StringComparison.Ordinal) ? "ms:" + t[(t.LastIndexOf('/') + 1)..] : "";
    }
}
