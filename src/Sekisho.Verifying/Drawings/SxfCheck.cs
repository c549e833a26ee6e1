using Sekisho.Verifying.Text;

namespace Sekisho.Verifying.Drawings;

/// <summary>An SXF of ours: one statement or feature a line, balanced, no remark of any other kind, and no name of another file outside the texts that are shown.</summary>
internal static class SxfCheck
{
    private static readonly string[] Files = [".tif", ".tiff", ".jpg", ".jpeg", ".png", ".bmp", ".gif", ".saf", ".sfc", ".p21", ".dwg", ".dxf", ".exe", ".dll", ".pdf", ".xls", ".xlsx", ".doc", ".docx", ".zip", ".htm", ".html", ".js", ".vbs", ".bat", ".cmd", ".lnk"];

    internal static void Run(byte[] bytes, string place, Report report)
    {
        TextCheck.Run(bytes, place, report);
        var lines = (TextCheck.Decode(bytes) ?? throw new Refused(place + ":text")).Split("\r\n");
        if (lines is not ["ISO-10303-21;", "HEADER;", .., "ENDSEC;", "END-ISO-10303-21;", ""]) throw new Refused(place + ":frame");
        var tag = "";
        for (var i = 2; i < lines.Length - 3; i++)
        {
            var line = lines[i];
            if (line is "ENDSEC;" or "DATA;") continue;
            if (tag.Length == 0 && line.StartsWith("/*SXF", StringComparison.Ordinal)) tag = line[2..];
            else if (tag.Length > 0 && line == tag + "*/") tag = "";
            else Statement(line, tag.Length > 0, place, report);
        }
        if (tag.Length > 0) report.Add("unclosed", place);
    }

    private static void Statement(string line, bool isFeature, string place, Report report)
    {
        if (line.Contains('\n', StringComparison.Ordinal) || line.Length == 0 || !line.EndsWith(isFeature ? ")" : ");", StringComparison.Ordinal)) throw new Refused(place + ":statement");
        var head = line[..(line.IndexOf('(', StringComparison.Ordinal) is > 0 and var open ? open : throw new Refused(place + ":statement"))];
        if (head.AsSpan().ContainsAny("'\"/*\\<>")) report.Add("head", place);
        var isShown = head.Contains("text_string", StringComparison.Ordinal) || head.Contains("_dim_feature", StringComparison.Ordinal) || head.Contains("label_feature", StringComparison.Ordinal) || head.Contains("balloon_feature", StringComparison.Ordinal)
            || head.EndsWith("TEXT_LITERAL", StringComparison.Ordinal) || head.EndsWith("TEXT_LITERAL_WITH_EXTENT", StringComparison.Ordinal);
        if (isShown) return;
        if (line.Contains("://", StringComparison.Ordinal) || line.Contains(@"'\\\\", StringComparison.Ordinal) || line.Contains("../", StringComparison.Ordinal)) report.Add("path", place);
        if (head is "FILE_NAME") return;
        foreach (var extension in Files)
            if (line.Contains(extension + "'", StringComparison.OrdinalIgnoreCase) || line.Contains(extension + "\\'", StringComparison.OrdinalIgnoreCase)) report.Add("file", place);
    }
}
