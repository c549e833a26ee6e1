using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Office;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Odf;

/// <summary>Copies one part of an ODF package element by element through the allow list; links, pictures, objects and formulas are judged by their value.</summary>
internal sealed class OdfFilter(OdfRebuilder package, string part, FindingLog log)
{
    // Shown to people or names inside the file; never opened by a program.
    private static readonly HashSet<string> Prose = new(StringComparer.Ordinal)
    {
        "name", "display-name", "string-value", "title", "description", "display", "condition", "expression", "formula", "ref-name", "label", "num-prefix", "num-suffix", "value", "string-value-if-true", "string-value-if-false", "comment", "alttext", "author",
    };

    internal XElem Run(XElem root)
    {
        var holder = new XElem("", "");
        Filter(root, holder);
        return holder.Children.FirstOrDefault() ?? throw OdfRebuilder.Conflict(part);
    }

    private void Filter(XElem e, XElem parent)
    {
        if (e.Ns == OdfAllow.Draw && e.Name is "object")
        {
            if (package.Object(e.Get("href", OdfAllow.Link) ?? "", part) is { } path) Linked(e, parent, path);
            else Drop(e, parent);
            return;
        }
        if (e.Ns == OdfAllow.Draw && e.Name is "object-ole") package.Embedded(e.Get("href", OdfAllow.Link) ?? "", part);
        if (!OdfAllow.HasElement(e.Ns, e.Name)) { Drop(e, parent); return; }
        // "." says that a chart has its table in itself; the reference is not written, the chart is.
        if (e.Get("href", OdfAllow.Link) is { } target && !(e.Name is "chart" && target is ".") && !Keep(e, target, parent)) return;
        var said = e.Name is "annotation" or "annotation-end" or "tracked-changes" or "change" or "change-start" or "change-end" && !package.Context.Policy.KeepComments;
        if (e.Name is "annotation" or "tracked-changes" or "hidden-text" or "hidden-paragraph") log.Add("OD-11", said ? FindingAction.Removed : FindingAction.Kept, part, 1, ("kind", e.Name));
        if (said) return;
        if (e.Ns == OdfAllow.Table && e.Name is "table-cell" or "covered-table-cell") package.Count();
        parent.Nodes.Add(Copy(e, null));
    }

    /// <summary>False when the element is not written as it is: a link that goes leaves what it shows, a picture that cannot be had goes.</summary>
    private bool Keep(XElem e, string target, XElem parent)
    {
        // A chart in a sheet takes its numbers from the document around it.
        if (e.Name is "chart" && target is ".." && part.Contains('/', StringComparison.Ordinal)) { Linked(e, parent, target); return false; }
        if (e.Name is "a")
        {
            if (LinkGuard.IsInside(target)) { Linked(e, parent, target); return false; }
            if (package.Context.Policy.Links == LinkPolicy.Keep && LinkGuard.Allowed(target, out _) is { } clean) { Linked(e, parent, clean); return false; }
            LinkGuard.Allowed(target, out var scheme);
            if (scheme is not ("http" or "https" or "mailto")) log.Add("OD-07", FindingAction.Removed, part, 1, ("scheme", scheme));
            Children(e, parent);
            if (package.Context.Policy.Links == LinkPolicy.Defang && LinkGuard.Allowed(target, out _) is { } told) parent.Nodes.Add(new XText(" <" + Show.Defanged(told) + ">"));
            return false;
        }
        if (e.Name is "image" or "fill-image" or "background-image" or "list-level-style-image" && package.Picture(target, part) is { } picture) { Linked(e, parent, picture); return false; }
        if (!target.StartsWith("./ObjectReplacements/", StringComparison.Ordinal)) log.Add("OD-04", FindingAction.Removed, part, 1, ("kind", e.Name), ("target", Show.Defanged(target)));
        return false;
    }

    private void Linked(XElem e, XElem parent, string target)
    {
        var copy = Copy(e, target);
        parent.Nodes.Add(copy);
    }

    private XElem Copy(XElem e, string? target)
    {
        var copy = new XElem(e.Ns, e.Name);
        if (target is not null)
        {
            copy.Attrs.Add(new(OdfAllow.Link, "href", target));
            copy.Attrs.Add(new(OdfAllow.Link, "type", "simple"));
        }
        foreach (var a in e.Attrs)
            if (OdfAllow.HasAttribute(e.Ns, a.Ns, a.Name) && IsHarmless(a)) copy.Attrs.Add(a);
        foreach (var node in e.Nodes)
            if (node is XElem child) Filter(child, copy);
            else copy.Nodes.Add(new XText(((XText)node).Value));
        return copy;
    }

    private bool IsHarmless(XAttr a)
    {
        if (a.Name is "formula" or "condition" or "expression" && a.Ns == OdfAllow.Table || a.Ns == OdfAllow.Text && a.Name is "formula" or "condition" || a.Name is "condition" && a.Ns == OdfAllow.Style || a.Name is "value" && a.Ns.Contains(":calcext:", StringComparison.Ordinal))
        {
            if (OdfFormula.IsAllowed(a.Value)) return true;
            log.Add("OD-05", FindingAction.Removed, part);
            return false;
        }
        if (Prose.Contains(a.Name) || !AttributeFilter.PointsOutside(a.Value)) return true;
        log.Add("OD-04", FindingAction.Removed, part, 1, ("kind", a.Name), ("target", Show.Defanged(a.Value)));
        return false;
    }

    private void Drop(XElem e, XElem parent)
    {
        var rule = OdfDangers.Rule(e.Ns, e.Name);
        // Empty lists of scripts and forms stand in every file and are nothing to report.
        if (rule.Length > 0 && (e.Name is not ("forms" or "scripts" or "event-listeners") || e.Children.Any())) log.Add(rule, FindingAction.Removed, part, 1, ("kind", e.Name));
        // E7: what another program added for itself is told; the makers of the format do so in every chart, which is worth no word to people.
        if (!OdfAllow.Prefixes.ContainsKey(e.Ns)) log.Add("OD-08", OdfDangers.IsOfMaker(e.Ns) ? FindingAction.Kept : FindingAction.Removed, part);
        if (OdfDangers.ShowsText(e.Ns, e.Name) && e.Text is { Length: > 0 } shown) parent.Nodes.Add(new XText(shown));
        else if (rule.Length == 0 && OdfAllow.Prefixes.ContainsKey(e.Ns)) Children(e, parent);
    }

    private void Children(XElem e, XElem parent)
    {
        foreach (var node in e.Nodes)
            if (node is XElem child) Filter(child, parent);
            else parent.Nodes.Add(new XText(((XText)node).Value));
    }
}
