using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Office;

/// <summary>Rules of WordprocessingML: objects keep their preview, links without a target keep their text, fields by <see cref="FieldPass"/> (OX-03…08, OX-16, OX-28).</summary>
internal static class WordRules
{
    internal static Verdict Judge(XElem e, PartScope scope)
    {
        if (!string.Equals(e.Ns, OfficeNs.W, StringComparison.Ordinal)) return Verdict.Ask;
        switch (e.Name)
        {
            case "object": return ObjectPreview(e, scope);
            case "hyperlink": return Link(e, scope);
            case "fldChar" or "instrText": return scope.Approved.Contains(e) ? Verdict.Ask : Verdict.Drop;
            case "fldSimple": return scope.Approved.Contains(e) ? Verdict.Ask : Verdict.Unwrap;
            case "delInstrText": return Verdict.Drop;
            case "ins" or "moveTo" when !scope.Policy.KeepComments && e.Nodes.Count > 0: return Tracked(scope, Verdict.Unwrap);
            case "del" or "moveFrom" when !scope.Policy.KeepComments: return Tracked(scope, Verdict.Drop);
            case "ins" or "del":
                scope.Log.Add("OX-28", FindingAction.Kept, scope.Part, 1, ("kind", "変更履歴"));
                return Verdict.Ask;
            case "commentRangeStart" or "commentRangeEnd" or "commentReference" when !scope.Policy.KeepComments: return Verdict.Drop;
            case "r" when !scope.Policy.KeepHidden && IsVanished(e):
                scope.Log.Add("OX-28", FindingAction.Removed, scope.Part, 1, ("kind", "文字"));
                return Verdict.Drop;
            case "vanish" when (e.Get("val", OfficeNs.W) ?? "1") is not ("0" or "false"):
                scope.Log.Add("OX-28", FindingAction.Kept, scope.Part, 1, ("kind", "文字"));
                return Verdict.Ask;
            case "documentProtection":
                scope.Log.Add("OX-29", FindingAction.Kept, scope.Part);
                return Verdict.Ask;
            default: return Verdict.Ask;
        }
    }

    /// <summary>OX-04, OX-03: the drawn preview of an object becomes an ordinary picture; the object itself is named and goes.</summary>
    private static Verdict ObjectPreview(XElem e, PartScope scope)
    {
        var ole = e.SelfAndBelow().FirstOrDefault(d => d.Name is "OLEObject");
        var linked = string.Equals(ole?.Get("Type"), "Link", StringComparison.Ordinal) || ole?.Get("UpdateMode") is "Always";
        var control = e.Children.Any(c => c.Name is "control");
        scope.Log.Add(control ? "OX-03" : linked ? "OX-05" : "OX-04", FindingAction.Removed, scope.Part, 1, ("name", Show.Visible(ole?.Get("ProgID") ?? "control", 60)));
        var picture = new XElem(OfficeNs.W, "pict");
        picture.Nodes.AddRange(e.Children.Where(c => string.Equals(c.Ns, OfficeNs.Vml, StringComparison.Ordinal)));
        return picture.Nodes.Count == 0 ? Verdict.Drop : Verdict.Replace(picture);
    }

    private static Verdict Link(XElem e, PartScope scope)
    {
        if (e.Get("id", OfficeNs.R) is not { Length: > 0 } id) return Verdict.Ask;
        if (scope.Map(id) is not null) return Verdict.Ask;
        if (scope.Policy.Links == LinkPolicy.Defang && scope.Rel(id) is { IsExternal: true } rel && LinkGuard.Allowed(rel.Target, out _) is { } target) e.Nodes.Add(Run(" <" + Show.Defanged(target) + ">"));
        return Verdict.Unwrap;
    }

    private static XElem Run(string words)
    {
        XElem run = new(OfficeNs.W, "r"), text = new(OfficeNs.W, "t");
        text.SetText(words);
        text.Set("space", "preserve", XmlWriting.XmlNs);
        run.Nodes.Add(text);
        return run;
    }

    private static bool IsVanished(XElem run) => run.First("rPr")?.First("vanish") is { } hidden && (hidden.Get("val", OfficeNs.W) ?? "1") is not ("0" or "false");

    private static Verdict Tracked(PartScope scope, Verdict verdict)
    {
        scope.Log.Add("OX-28", FindingAction.Removed, scope.Part, 1, ("kind", "変更履歴"));
        return verdict;
    }
}
