using Sekisho.Verifying.Text;

namespace Sekisho.Verifying.Drawings;

/// <summary>
/// A DXF of ours: pairs in step to the end, known sections, no record that brings a program, an object, a picture or a proxy, no block of another file, no bytes in text form,
/// and no path or address where a program would follow it.
/// </summary>
internal static class DxfCheck
{
    private static readonly HashSet<string> Sections = new(StringComparer.Ordinal) { "HEADER", "CLASSES", "TABLES", "BLOCKS", "ENTITIES", "OBJECTS" };
    private static readonly string[] Forbidden = ["IMAGE", "UNDERLAY", "OLE", "PROXY", "VBA", "POINTCLOUD", "NAVISWORKS", "RTEXT", "3DSOLID", "REGION", "BODY", "SURFACE", "FIELD", "XRECORD"];
    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal) { "TEXT", "MTEXT", "ATTDEF", "ATTRIB", "DIMENSION", "ARC_DIMENSION", "LARGE_RADIAL_DIMENSION", "MLEADER", "MULTILEADER", "MLEADERSTYLE", "TOLERANCE", "ACAD_TABLE", "ARCALIGNEDTEXT" };

    internal static void Run(byte[] bytes, string place, Report report)
    {
        TextCheck.Run(bytes, place, report);
        var text = TextCheck.Decode(bytes) ?? throw new Refused(place + ":text");
        var lines = text.Split('\n');
        var (section, record) = ("", "");
        var ended = false;
        for (var i = 0; i + 1 < lines.Length; i += 2)
        {
            if (ended) throw new Refused(place + ":behind-end");
            var (code, value) = (Code(lines[i], place), lines[i + 1].TrimEnd('\r'));
            if (code == 0) record = value;
            if (code == 2 && record is "SECTION" && lines[i - 1].TrimEnd('\r') is "SECTION") section = Sections.Contains(value) ? value : throw new Refused(place + ":section");
            ended = code == 0 && value is "EOF";
            Pair(section, record, code, value, place, report);
        }
        if (!ended || lines.Length % 2 != 1 || lines[^1].Length > 0) throw new Refused(place + ":end");
    }

    private static int Code(string line, string place)
    {
        var digits = line.TrimEnd('\r').TrimStart(' ');
        return digits.Length is > 0 and < 5 && digits.All(char.IsAsciiDigit) ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : throw new Refused(place + ":code");
    }

    private static void Pair(string section, string record, int code, string value, string place, Report report)
    {
        if (code == 0 && section is not "TABLES")
            foreach (var word in Forbidden)
                if (value.Contains(word, StringComparison.Ordinal)) report.Add("record:" + value, place);
        if (code is >= 310 and <= 319 or 1004 or 999) report.Add("data:" + code.ToString(System.Globalization.CultureInfo.InvariantCulture), place);
        if (code == 1001 && value is "PE_URL" || code == 9 && value is "$HYPERLINKBASE" or "$MENU" or "$STYLESHEET" or "$PROJECTNAME") report.Add("name:" + value, place);
        if (record is "BLOCK" && (code == 1 && value.Length > 0 || code == 70 && int.TryParse(value, out var flags) && (flags & 12) != 0)) report.Add("other-file", place);
        var isText = code is < 10 or >= 300 and < 320 or >= 410 and < 420 or >= 1000 and < 1005;
        if (!isText || Texts.Contains(record) && code is 1 or 3 or >= 300 and < 310) return;
        var v = value.Trim();
        if (v.Contains("://", StringComparison.Ordinal) || v.StartsWith(@"\\", StringComparison.Ordinal) || v.StartsWith("//", StringComparison.Ordinal) || v is [_, ':', '\\' or '/', ..] && char.IsAsciiLetter(v[0]) || v.Contains("../", StringComparison.Ordinal) || v.Contains(@"..\", StringComparison.Ordinal)) report.Add("path", place);
    }
}
