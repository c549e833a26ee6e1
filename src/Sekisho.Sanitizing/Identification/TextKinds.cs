namespace Sekisho.Sanitizing.Identification;

/// <summary>What a text is: HTML, XML, SVG, calendar … by how it begins and ends. Script sources are text; only their name makes them run.</summary>
internal static class TextKinds
{
    private static readonly string[] HtmlStarts = ["<!doctype html", "<html", "<head", "<body", "<script", "<title", "<iframe", "<meta", "<table", "<div", "<form", "<svg:"];

    internal static FileKind Classify(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 65_536)).TrimStart(" \t\r\n\f\uFEFF");
        if (start.StartsWith("ID;", StringComparison.Ordinal)) return FileKind.Sylk;
        if (start.StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase)) return FileKind.Ics;
        if (start.StartsWith("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase)) return FileKind.Vcf;
        if (start.StartsWith("#!", StringComparison.Ordinal)) return FileKind.Text;
        if (start.StartsWith("[InternetShortcut]", StringComparison.OrdinalIgnoreCase) || start.StartsWith("[DEFAULT]\r\nBASEURL", StringComparison.OrdinalIgnoreCase)) return FileKind.Shortcut;
        if (IsDxf(start)) return FileKind.Dxf;
        if (start.Length > 0 && start[0] == '<') return Markup(start);
        return IsMail(start) ? FileKind.Eml : FileKind.Text;
    }

    private static FileKind Markup(ReadOnlySpan<char> start)
    {
        while (start.StartsWith("<!--", StringComparison.Ordinal) && start.IndexOf("-->", StringComparison.Ordinal) is > 0 and var end) start = start[(end + 3)..].TrimStart();
        foreach (var s in HtmlStarts)
            if (start.StartsWith(s, StringComparison.OrdinalIgnoreCase)) return FileKind.Html;
        var isXml = start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase);
        if (Root(start) is "svg") return FileKind.Svg;
        // What an office program opens says so before or in its first element; a text that only speaks of it is none.
        var head = Head(start);
        if (Contains(head, "mso-application") || Contains(head, "schemas.microsoft.com/office/word/2003") || Contains(head, "urn:schemas-microsoft-com:office:spreadsheet")
            || Contains(head, "http://schemas.microsoft.com/office/2006/xmlPackage") || Root(start) is "document" && Contains(head, "urn:oasis:names:tc:opendocument:xmlns:office:1.0")) return FileKind.OfficeXml;
        if (Contains(start, "http://www.w3.org/1999/xhtml") || Contains(start, "<html")) return FileKind.Html;
        return isXml || Contains(start, "xmlns") ? FileKind.Xml : FileKind.Text;
    }

    /// <summary>Everything up to the end of the first element's own tag.</summary>
    private static ReadOnlySpan<char> Head(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length && text[at..].IndexOf('<') is >= 0 and var open;)
        {
            at += open;
            if (at + 1 < text.Length && text[at + 1] is not ('?' or '!')) return text[at..].IndexOf('>') is >= 0 and var end ? text[..(at + end)] : text;
            at++;
        }
        return text;
    }

    /// <summary>Local name of the first element, behind declarations, comments and a document type; "" when there is none near.</summary>
    private static string Root(ReadOnlySpan<char> text)
    {
        while (text.Length > 1 && text[0] == '<')
        {
            var isType = text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
            var close = text.StartsWith("<!--", StringComparison.Ordinal) ? "-->" : text[1] == '?' ? "?>" : isType ? ">" : "";
            if (close.Length == 0)
            {
                var name = text[1..(text[1..].IndexOfAny(" \t\r\n/>") is >= 0 and var end ? end + 1 : text.Length)];
                return name[(name.IndexOf(':') + 1)..].ToString();
            }
            var bracket = isType ? text.IndexOf('[') : -1;
            var stop = bracket >= 0 && bracket < text.IndexOf('>') ? text.IndexOf("]", StringComparison.Ordinal) : 0;
            if (stop < 0 || text[stop..].IndexOf(close, StringComparison.Ordinal) is not (>= 0 and var at)) return "";
            text = text[(stop + at + close.Length)..].TrimStart();
        }
        return "";
    }

    private static bool IsDxf(ReadOnlySpan<char> start)
    {
        if (start.Length == 0 || start[0] is not ('0' or '9')) return false;
        var line = start.IndexOfAny('\r', '\n');
        if (line is < 1 or > 4) return false;
        var rest = start[line..].TrimStart();
        return start[0] == '0' ? rest.StartsWith("SECTION", StringComparison.Ordinal) : Contains(rest[..Math.Min(rest.Length, 4_096)], "\nSECTION") && start[..line].SequenceEqual("999");
    }

    /// <summary>Header lines to an empty line, one of them a field every mail has.</summary>
    private static bool IsMail(ReadOnlySpan<char> start)
    {
        var known = false;
        var lines = 0;
        foreach (var raw in start.EnumerateLines())
        {
            if (raw.Length == 0) return known && lines > 1;
            lines++;
            if (raw[0] is ' ' or '\t') continue;
            var colon = raw.IndexOf(':');
            if (colon < 1 || raw[..colon].IndexOfAny(" \t") >= 0) return false;
            var name = raw[..colon];
            known |= Same(name, "From") || Same(name, "Received") || Same(name, "MIME-Version") || Same(name, "Message-ID");
        }
        return false;
    }

    private static bool Same(ReadOnlySpan<char> a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
    private static bool Contains(ReadOnlySpan<char> text, string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
}
