using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Office;

/// <summary>Copies the listed attributes of an element; references are mapped, values that name something outside the file are dropped (OX-06).</summary>
internal static class AttributeFilter
{
    // Shown to people, never opened by a program.
    private static readonly HashSet<string> Prose = new(StringComparer.Ordinal)
    {
        // "action" was judged by value in DrawingRules before it comes here.
        "action", "descr", "title", "tooltip", "name", "alt", "display", "prompt", "promptTitle", "error", "errorTitle", "comment", "description", "displayName", "totalsRowLabel", "val", "text",
        "o:title", "w:tooltip", "w:val", "w:author", "w:initials", "w:name", "string", "typeface", "author", "formatCode", "altText", "lastClr", "uniqueName", "user", "w:lvlText",
    };

    // Elements that mean nothing without what they refer to.
    private static readonly HashSet<string> NeedsTarget = new(StringComparer.Ordinal)
    {
        "hyperlink", "headerReference", "footerReference", "drawing", "legacyDrawing", "picture", "tablePart", "sheet", "sldId", "sldMasterId", "sldLayoutId", "notesMasterId", "handoutMasterId",
        "chart", "relIds", "imagedata", "hlinkClick", "hlinkHover", "numPicBullet", "userShapes",
    };

    /// <summary>False when the element must go because what it refers to is not written.</summary>
    internal static bool Copy(XElem e, XElem copy, AllowList.Entry entry, PartScope scope)
    {
        foreach (var a in e.Attrs)
        {
            var name = Qualified(a);
            if (name is null || !entry.Attributes.Contains(name)) continue;
            var value = a.Value;
            if (string.Equals(a.Ns, OfficeNs.R, StringComparison.Ordinal))
            {
                if (value.Length > 0 && scope.Map(value) is not { } id)
                {
                    if (NeedsTarget.Contains(e.Name)) return false;
                    continue;
                }
                else value = value.Length == 0 ? "" : scope.Map(value)!;
            }
            else if (!Prose.Contains(name) && PointsOutside(value))
            {
                scope.Log.Add("OX-06", FindingAction.Removed, scope.Part, 1, ("kind", name), ("target", Show.Defanged(value)));
                continue;
            }
            if (Plain(value) is var plain && !string.Equals(plain, value, StringComparison.Ordinal)) scope.Log.Add("OX-06", FindingAction.Rewritten, scope.Part, 1, ("kind", name), ("target", Show.Defanged(value)));
            copy.Attrs.Add(a with { Value = plain });
        }
        return true;
    }

    /// <summary>A name or a description that begins like a place (a picture's old path) stays readable and is no place any more; the same value always becomes the same.</summary>
    private static string Plain(string value)
    {
        if (value.AsSpan().IndexOfAny('\\', ':') < 0) return value;
        if (value.StartsWith("\\\\", StringComparison.Ordinal)) value = "＼＼" + value.TrimStart('\\');
        if (value.StartsWith("file:", StringComparison.OrdinalIgnoreCase)) value = value[..4] + "：" + value[5..];
        return value.Replace("javascript:", "javascript：", StringComparison.OrdinalIgnoreCase);
    }

    private static string? Qualified(XAttr a)
    {
        if (a.Ns.Length == 0) return a.Name;
        return AllowList.Office.Prefixes.TryGetValue(a.Ns, out var prefix) ? prefix + ":" + a.Name : null;
    }

    internal static bool PointsOutside(string value)
    {
        if (value.Contains("\\\\", StringComparison.Ordinal)) return true;
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1) return false;
        if (value.StartsWith("http://schemas.openxmlformats.org/", StringComparison.Ordinal) || value.StartsWith("http://schemas.microsoft.com/", StringComparison.Ordinal)
            || value.StartsWith("http://purl.oclc.org/ooxml/", StringComparison.Ordinal) || value.StartsWith("urn:microsoft.com/", StringComparison.Ordinal)) return false;
        if (value.Contains("://", StringComparison.Ordinal)) return true;
        var head = value.AsSpan(0, colon).Trim();
        return head.Equals("javascript", StringComparison.OrdinalIgnoreCase) || head.Equals("vbscript", StringComparison.OrdinalIgnoreCase) || head.Equals("file", StringComparison.OrdinalIgnoreCase)
            || head.Equals("data", StringComparison.OrdinalIgnoreCase) || head.StartsWith("ms-", StringComparison.OrdinalIgnoreCase) || head.Equals("mhtml", StringComparison.OrdinalIgnoreCase) || head.StartsWith("vnd.sun.star", StringComparison.OrdinalIgnoreCase);
    }
}
