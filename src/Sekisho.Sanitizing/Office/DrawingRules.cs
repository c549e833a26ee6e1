using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Office;

/// <summary>Rules for what all three families share: pictures, links on shapes, graphic frames, charts (OX-05, OX-07, OX-09, OX-18, OX-20).</summary>
internal static class DrawingRules
{
    private const string Ext = "http://schemas.openxmlformats.org/drawingml/2006/";
    private static readonly HashSet<string> Graphics = new(StringComparer.Ordinal)
    {
        Ext + "picture", Ext + "chart", Ext + "table", Ext + "diagram", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    };

    private static readonly HashSet<string> Jumps = new(StringComparer.Ordinal) { "nextslide", "previousslide", "firstslide", "lastslide", "lastslideviewed", "endshow" };

    internal static Verdict Judge(XElem e, PartScope scope)
    {
        if (string.Equals(e.Ns, OfficeNs.A, StringComparison.Ordinal))
            return e.Name switch
            {
                "hlinkClick" or "hlinkHover" => Action(e, scope),
                "graphicData" => Graphic(e, scope),
                "blip" => Blip(e, scope),
                _ => Verdict.Ask,
            };
        if (string.Equals(e.Ns, OfficeNs.C, StringComparison.Ordinal) && e.Name is "numRef" or "strRef" or "multiLvlStrRef") return Reference(e, scope);
        return Verdict.Ask;
    }

    private static Verdict Action(XElem e, PartScope scope)
    {
        var action = e.Get("action") ?? "";
        var isJump = action.StartsWith("ppaction://hlinkshowjump?jump=", StringComparison.Ordinal) && Jumps.Contains(action[30..]) || action is "ppaction://hlinksldjump" or "ppaction://noaction" or "";
        var hasTarget = e.Get("id", OfficeNs.R) is { Length: > 0 } id && scope.Map(id) is not null;
        if (isJump && (hasTarget || action.Length > 0)) return Verdict.Ask;
        scope.Log.Add(isJump ? "OX-07" : "OX-20", FindingAction.Removed, scope.Part, 1, ("scheme", Show.Visible(action.Length > 0 ? action.Split('?')[0] : Target(e, scope), 60)));
        return Verdict.Drop;
    }

    private static string Target(XElem e, PartScope scope)
    {
        if (e.Get("id", OfficeNs.R) is not { } id || scope.Rel(id) is not { } rel) return "";
        LinkGuard.Allowed(rel.Target, out var scheme);
        return scheme;
    }

    private static Verdict Graphic(XElem e, PartScope scope)
    {
        var uri = OfficeNs.Canonical(e.Get("uri") ?? "");
        if (Graphics.Contains(uri))
        {
            e.Set("uri", uri);
            return Verdict.Ask;
        }
        scope.Log.Add(uri.EndsWith("/ole", StringComparison.Ordinal) ? "OX-04" : "E2", FindingAction.Removed, scope.Part, 1, ("name", Show.Defanged(uri)));
        return Verdict.Drop;
    }

    private static Verdict Blip(XElem e, PartScope scope)
    {
        if (e.Get("link", OfficeNs.R) is { Length: > 0 } link)
            scope.Log.Add("OX-06", FindingAction.Removed, scope.Part, 1, ("kind", "image"), ("target", Show.Defanged(scope.Rel(link)?.Target ?? "")));
        return Verdict.Ask;
    }

    /// <summary>A chart reference that names another file or calls something becomes its cached values.</summary>
    private static Verdict Reference(XElem e, PartScope scope)
    {
        var formula = e.First("f")?.Text ?? "";
        if (FormulaGuard.Broken(formula, scope.Package.RemovedNames) is not { } rule) return Verdict.Ask;
        scope.Log.Add(rule, FindingAction.Rewritten, scope.Part, 1, ("name", "chart"));
        var literal = new XElem(OfficeNs.C, e.Name is "numRef" ? "numLit" : "strLit");
        var cache = e.First("numCache") ?? e.First("strCache");
        if (cache is null) return Verdict.Drop;
        literal.Nodes.AddRange(cache.Nodes);
        return Verdict.Replace(literal);
    }
}
