using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Office;

/// <summary>Rules of SpreadsheetML for one element: formulas by <see cref="FormulaGuard"/>, the cached value always stays (OX-02, OX-09…12, OX-28).</summary>
internal static class SheetRules
{
    internal static Verdict Judge(XElem e, PartScope scope)
    {
        if (!string.Equals(e.Ns, OfficeNs.X, StringComparison.Ordinal)) return Verdict.Ask;
        switch (e.Name)
        {
            case "c":
                if (++scope.Package.Cells > scope.Package.Context.Limits.Cells) throw new FileStop("LM-10", Outcome.Blocked, scope.Part);
                return Verdict.Ask;
            case "f": return Cell(e, scope);
            case "calculatedColumnFormula" or "totalsRowFormula": return Drop(FormulaGuard.Broken(e.Text, scope.Package.RemovedNames), e, scope);
            case "dataValidation" or "cfRule": return Drop(AnyBroken(e, scope), e, scope);
            case "hyperlink": return Link(e, scope);
            case "table":
                e.Remove("tableType");
                return Verdict.Ask;
            case "row" or "col" when e.Get("hidden") is "1" or "true":
                scope.Log.Add("OX-28", FindingAction.Kept, scope.Part, 1, ("kind", e.Name is "row" ? "行" : "列"));
                return Verdict.Ask;
            case "sheetProtection" or "workbookProtection" when e.Attrs.Count > 0:
                scope.Log.Add("OX-29", FindingAction.Kept, scope.Part);
                return Verdict.Ask;
            default: return Verdict.Ask;
        }
    }

    private static Verdict Cell(XElem e, PartScope scope)
    {
        var shared = e.Get("t") is "shared" ? e.Get("si") : null;
        if (shared is not null && scope.DroppedShared.Contains(shared)) return Drop(e.Nodes.Count > 0 ? FormulaGuard.Broken(e.Text, scope.Package.RemovedNames) : "", e, scope, always: true);
        if (e.Get("t") is "dataTable") return Drop("OX-11", e, scope);
        return Drop(FormulaGuard.Broken(e.Text, scope.Package.RemovedNames), e, scope);
    }

    private static Verdict Drop(string? rule, XElem e, PartScope scope, bool always = false)
    {
        if (rule is null && !always) return Verdict.Ask;
        if (!string.IsNullOrEmpty(rule)) scope.Log.Add(rule, FindingAction.Rewritten, scope.Part, 1, ("name", e.Name));
        return Verdict.Drop;
    }

    private static string? AnyBroken(XElem e, PartScope scope)
    {
        foreach (var d in e.SelfAndBelow())
        {
            var formula = d.Name is "formula" or "formula1" or "formula2" ? d.Text : d.Name is "cfvo" && d.Get("type") is "formula" ? d.Get("val") : null;
            if (formula is not null && FormulaGuard.Broken(formula, scope.Package.RemovedNames) is { } rule) return rule;
        }
        return null;
    }

    private static Verdict Link(XElem e, PartScope scope)
    {
        var location = e.Get("location");
        if (location is not null && (location.Contains("://", StringComparison.Ordinal) || location.Contains('\\', StringComparison.Ordinal)))
        {
            scope.Log.Add("OX-07", FindingAction.Removed, scope.Part, 1, ("scheme", "location"));
            e.Remove("location");
            location = null;
        }
        return location is null && e.Get("id", OfficeNs.R) is null ? Verdict.Drop : Verdict.Ask;
    }
}
