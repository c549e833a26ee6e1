using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Office;

/// <summary>
/// Copies a part element by element through the allow list (law E2). Special rules of the document family speak first, then the table;
/// values of attributes are checked, references are mapped to what was written.
/// </summary>
internal static class PartFilter
{
    private static readonly string[] ChoicesTaken = ["wps", "wpg", "wpc"];

    internal static XElem Run(XElem root, PartScope scope)
    {
        Canonicalise(root);
        if (scope.App == OfficeApp.Word) FieldPass.Run(root, scope);
        if (scope.App == OfficeApp.Sheet) SheetPass.Before(root, scope);
        if (scope.App == OfficeApp.Slides) SlideRules.Before(root, scope);
        var holder = new XElem("", "");
        Filter(root, holder, scope);
        var clean = holder.Children.FirstOrDefault() ?? throw OpcPackage.Conflict("root");
        if (scope.App == OfficeApp.Sheet) SheetPass.After(clean, scope);
        return clean;
    }

    private static void Canonicalise(XElem root)
    {
        foreach (var e in root.SelfAndBelow())
        {
            e.Ns = OfficeNs.Canonical(e.Ns);
            for (var i = 0; i < e.Attrs.Count; i++)
                if (e.Attrs[i].Ns.Length > 0) e.Attrs[i] = e.Attrs[i] with { Ns = OfficeNs.Canonical(e.Attrs[i].Ns) };
        }
    }

    private static void Filter(XElem e, XElem parent, PartScope scope)
    {
        if (e.Is(OfficeNs.Mc, "AlternateContent")) { Alternate(e, parent, scope); return; }
        var verdict = Special(e, scope);
        switch (verdict.Kind)
        {
            case VerdictKind.Drop: return;
            case VerdictKind.Replace: Filter(verdict.Replacement!, parent, scope); return;
            case VerdictKind.Unwrap: Children(e, parent, scope); return;
        }
        if (Entry(e) is not { } entry)
        {
            DroppedElement.Report(e, scope);
            if (DroppedElement.IsWrapper(e)) Children(e, parent, scope);
            return;
        }
        var copy = new XElem(e.Ns, e.Name);
        if (!AttributeFilter.Copy(e, copy, entry, scope)) return;
        parent.Nodes.Add(copy);
        foreach (var node in e.Nodes)
            if (node is XElem child) Filter(child, copy, scope);
            else if (entry.HasText) copy.Nodes.Add(new XText(((XText)node).Value));
    }

    private static AllowList.Entry? Entry(XElem e) =>
        e.Ns.Length == 0 && e.Name is "xml" ? new(false, System.Collections.Frozen.FrozenSet<string>.Empty) : AllowList.Office.Find(e.Ns, e.Name);

    private static void Children(XElem e, XElem parent, PartScope scope)
    {
        foreach (var child in e.Children) Filter(child, parent, scope);
    }

    /// <summary>Decided once: a Choice whose vocabulary is on the list, else the Fallback, else nothing.</summary>
    private static void Alternate(XElem e, XElem parent, PartScope scope)
    {
        foreach (var branch in e.Children)
        {
            if (branch.Name is "Choice" && !(branch.Get("Requires") is { Length: > 0 } r && r.Split(' ').All(ChoicesTaken.Contains))) continue;
            if (branch.Name is not ("Choice" or "Fallback")) continue;
            Children(branch, parent, scope);
            return;
        }
    }

    private static Verdict Special(XElem e, PartScope scope)
    {
        var shared = DrawingRules.Judge(e, scope);
        if (shared.Kind != VerdictKind.Ask) return shared;
        return scope.App switch
        {
            OfficeApp.Word => WordRules.Judge(e, scope),
            OfficeApp.Sheet => SheetRules.Judge(e, scope),
            _ => SlideRules.Judge(e, scope),
        };
    }
}
