using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Odf;

/// <summary>OD-11: sheets and slides nobody is shown. Whether one is shown stands in its style, not on itself.</summary>
internal static class OdfHidden
{
    internal static void Run(XElem root, string part, bool keep, FindingLog log)
    {
        var styles = root.SelfAndBelow().Where(e => e.Is(OdfAllow.Style, "style") && e.Children.Any(IsHidden)).Select(e => e.Get("name", OdfAllow.Style)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (styles.Count == 0) return;
        foreach (var parent in root.SelfAndBelow().Where(e => e.Is(OdfAllow.Office, "spreadsheet") || e.Is(OdfAllow.Office, "presentation")).ToList())
            foreach (var child in parent.Children.Where(c => c.Name is "table" or "page" && c.Attrs.Any(a => a.Name is "style-name" && styles.Contains(a.Value))).ToList())
            {
                if (!keep) parent.Nodes.Remove(child);
                log.Add("OD-11", keep ? FindingAction.Kept : FindingAction.Removed, part, 1, ("kind", child.Name is "table" ? "シート" : "スライド"));
            }
    }

    private static bool IsHidden(XElem properties) => properties.Name switch
    {
        "table-properties" => properties.Attrs.Any(a => a is { Name: "display", Value: "false" }),
        "drawing-page-properties" => properties.Attrs.Any(a => a is { Name: "visibility", Value: "hidden" }),
        _ => false,
    };
}
