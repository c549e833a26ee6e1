using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Office;

/// <summary>Rules of PresentationML: animations that run or play something go whole, objects keep their drawn preview (OX-04, OX-20, OX-28).</summary>
internal static class SlideRules
{
    private static readonly HashSet<string> Playing = new(StringComparer.Ordinal) { "cmd", "audio", "video", "sndTgt", "snd", "inkTgt" };

    internal static void Before(XElem root, PartScope scope)
    {
        if (root.First("timing") is { } timing && timing.SelfAndBelow().Any(e => Playing.Contains(e.Name)))
        {
            root.Nodes.Remove(timing);
            scope.Log.Add("OX-20", FindingAction.Removed, scope.Part, 1, ("name", "timing"));
        }
        if (root.Is(OfficeNs.P, "presentation") && !scope.Policy.KeepHidden) HiddenSlides(root, scope);
        if (root.Is(OfficeNs.P, "sld") && root.Get("show") is "0" or "false") scope.Log.Add("OX-28", FindingAction.Kept, scope.Part, 1, ("kind", "スライド"));
    }

    /// <summary>A slide nobody is shown goes out of the list, and with it out of the file.</summary>
    private static void HiddenSlides(XElem root, PartScope scope)
    {
        foreach (var list in root.Children.Where(c => c.Is(OfficeNs.P, "sldIdLst")))
            foreach (var id in list.Children.ToList())
            {
                if (scope.Rel(id.Get("id", OfficeNs.R) ?? "") is not { IsExternal: false, Type: "slide" } rel || !scope.Package.IsWritable(rel)) continue;
                if (scope.Package.Source.ReadXml(rel.Part).Get("show") is not ("0" or "false")) continue;
                list.Nodes.Remove(id);
                scope.Log.Add("OX-28", FindingAction.Removed, scope.Part, 1, ("kind", "スライド"));
            }
    }

    internal static Verdict Judge(XElem e, PartScope scope)
    {
        if (!string.Equals(e.Ns, OfficeNs.P, StringComparison.Ordinal)) return Verdict.Ask;
        if (e.Name is "graphicFrame" && e.SelfAndBelow().FirstOrDefault(d => d.Is(OfficeNs.P, "oleObj")) is { } ole) return Preview(e, ole, scope);
        return Verdict.Ask;
    }

    private static Verdict Preview(XElem frame, XElem ole, PartScope scope)
    {
        var linked = ole.Children.Any(c => c.Name is "link");
        scope.Log.Add(linked ? "OX-05" : "OX-04", FindingAction.Removed, scope.Part, 1, ("name", Show.Visible(ole.Get("progId") ?? "", 60)));
        return frame.SelfAndBelow().FirstOrDefault(d => d.Is(OfficeNs.P, "pic")) is { } picture ? Verdict.Replace(picture) : Verdict.Drop;
    }
}
