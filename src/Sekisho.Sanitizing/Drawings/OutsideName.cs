namespace Sekisho.Sanitizing.Drawings;

/// <summary>Tells a value of a drawing that names something outside it: an address, a path, a file.</summary>
internal static class OutsideName
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        "dwg", "dxf", "dwt", "dws", "dgn", "dwf", "dwfx", "pdf", "png", "jpg", "jpeg", "tif", "tiff", "bmp", "gif", "pcx", "rcp", "rcs", "arx", "dbx", "crx", "dll", "exe", "lsp", "vlx", "fas", "dvb", "scr", "cui", "cuix", "mnu", "mns",
        "mdb", "xls", "xlsx", "doc", "docx", "txt", "htm", "html", "sfc", "p21", "saf", "csv", "xml", "js", "vbs", "bat", "cmd", "lnk", "zip", "sid", "ecw", "jp2",
    };

    /// <summary>An address with a scheme, a network or drive path, or one that climbs.</summary>
    internal static bool IsPath(ReadOnlySpan<char> value)
    {
        var v = value.Trim();
        return v.IndexOf("://", StringComparison.Ordinal) > 0 || v.StartsWith("\\\\", StringComparison.Ordinal) || v.StartsWith("//", StringComparison.Ordinal) || v.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            || v.Length > 2 && char.IsAsciiLetter(v[0]) && v[1] == ':' && v[2] is '\\' or '/' && v.Length > 2
            || v.IndexOf("..\\", StringComparison.Ordinal) >= 0 || v.IndexOf("../", StringComparison.Ordinal) >= 0 || v.StartsWith(".\\", StringComparison.Ordinal) || v.StartsWith("./", StringComparison.Ordinal);
    }

    /// <summary>The same, or a plain name of a file a program would load.</summary>
    internal static bool IsFile(ReadOnlySpan<char> value)
    {
        var v = value.Trim();
        if (IsPath(v)) return true;
        var dot = v.LastIndexOf('.');
        return dot > 0 && v.Length - dot is > 2 and < 7 && Extensions.Contains(v[(dot + 1)..].ToString());
    }

    /// <summary>What stands behind the last separator.</summary>
    internal static string Base(string value) => value[(value.LastIndexOfAny(['\\', '/', ':']) + 1)..].Trim();
}
