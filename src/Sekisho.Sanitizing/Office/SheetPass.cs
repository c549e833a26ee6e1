using System.Globalization;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Office;

/// <summary>What needs the whole part of a workbook: sheets and names that go and the numbers that pointed at them, shared formulas, empty holders.</summary>
internal static class SheetPass
{
    // Holders the schema does not allow empty.
    private static readonly HashSet<string> Holders = new(StringComparer.Ordinal) { "dataValidations", "conditionalFormatting", "hyperlinks", "tableParts", "definedNames", "mergeCells", "ignoredErrors", "protectedRanges", "scenarios", "rowBreaks", "colBreaks" };

    internal static void Before(XElem root, PartScope scope)
    {
        if (root.Is(OfficeNs.X, "workbook")) Workbook(root, scope);
        if (root.Is(OfficeNs.X, "worksheet")) SharedFormulas(root, scope);
    }

    internal static void After(XElem root, PartScope scope)
    {
        foreach (var e in root.SelfAndBelow())
        {
            e.Nodes.RemoveAll(n => n is XElem { Nodes.Count: 0 } child && string.Equals(child.Ns, OfficeNs.X, StringComparison.Ordinal) && Holders.Contains(child.Name));
            if (Holders.Contains(e.Name) && e.Get("count") is not null) e.Set("count", Show.Number(e.Children.Count()));
        }
    }

    private static void SharedFormulas(XElem root, PartScope scope)
    {
        foreach (var f in root.SelfAndBelow())
            if (f.Name is "f" && f.Nodes.Count > 0 && f.Get("t") is "shared" && f.Get("si") is { } index && FormulaGuard.Broken(f.Text, scope.Package.RemovedNames) is not null)
                scope.DroppedShared.Add(index);
    }

    private static void Workbook(XElem root, PartScope scope)
    {
        var sheets = root.First("sheets") ?? throw OpcPackage.Conflict("sheets");
        if (sheets.Children.Count() > scope.Package.Context.Limits.Sheets) throw new FileStop("LM-10", Outcome.Blocked, scope.Part);
        OnlyFirst(root, sheets, scope);
        var places = new Dictionary<int, int>();
        var index = 0;
        foreach (var sheet in sheets.Children.ToList())
        {
            // What is no sheet takes no place in the order.
            if (sheet.Name is not "sheet") { sheets.Nodes.Remove(sheet); continue; }
            if (KeepSheet(sheet, scope)) places[index] = places.Count;
            else
            {
                sheets.Nodes.Remove(sheet);
                scope.Package.RemovedNames.Add((sheet.Get("name") ?? "").ToUpperInvariant());
            }
            index++;
        }
        if (places.Count == 0) throw new FileStop("OX-02", Outcome.Blocked, scope.Part);
        if (root.First("definedNames") is { } names) Names(names, places, scope);
        foreach (var view in root.First("bookViews")?.Children ?? [])
            foreach (var attribute in (ReadOnlySpan<string>)["activeTab", "firstSheet"])
                if (view.Get(attribute) is { } tab) view.Set(attribute, Show.Number(Place(tab, places) ?? 0));
    }

    /// <summary>Sheets and names are judged where they belong; what stands in a second list or outside of any list is no sheet and no name.</summary>
    private static void OnlyFirst(XElem root, XElem sheets, PartScope scope)
    {
        var names = root.First("definedNames");
        foreach (var e in root.SelfAndBelow().ToList())
            foreach (var stray in e.Children.Where(c => c.Name is "definedNames" && c != names || c.Name is "sheets" && c != sheets || c.Name is "definedName" && e != names || c.Name is "sheet" && e != sheets).ToList())
            {
                e.Nodes.Remove(stray);
                scope.Log.Add("OX-02", FindingAction.Removed, scope.Part, 1, ("name", stray.Get("name") ?? ""));
            }
    }

    private static bool KeepSheet(XElem sheet, PartScope scope)
    {
        var rel = scope.Rel(sheet.Get("id", OfficeNs.R) ?? "");
        if (rel is null || rel.IsExternal || rel.Type is not ("worksheet" or "chartsheet") || !scope.Package.IsWritable(rel))
        {
            scope.Log.Add("OX-02", FindingAction.Removed, scope.Part, 1, ("name", sheet.Get("name") ?? ""));
            return false;
        }
        if (sheet.Get("state") is not ("hidden" or "veryHidden")) return true;
        var keep = scope.Policy.KeepHidden;
        scope.Log.Add("OX-28", keep ? FindingAction.Kept : FindingAction.Removed, scope.Part, 1, ("kind", "シート"));
        return keep;
    }

    private static void Names(XElem names, Dictionary<int, int> places, PartScope scope)
    {
        // A name built on a removed name goes too: repeated until nothing more falls.
        for (var before = -1; before != names.Nodes.Count;)
        {
            before = names.Nodes.Count;
            foreach (var name in names.Children.ToList())
            {
                if (Broken(name, places, scope) is not { } rule) continue;
                names.Nodes.Remove(name);
                scope.Package.RemovedNames.Add((name.Get("name") ?? "").ToUpperInvariant());
                scope.Log.Add(rule, FindingAction.Removed, scope.Part, 1, ("name", name.Get("name") ?? ""));
            }
        }
        foreach (var name in names.Children)
        {
            if (name.Get("localSheetId") is { } local) name.Set("localSheetId", Show.Number(Place(local, places) ?? 0));
            if (name.Get("hidden") is "1" or "true") scope.Log.Add("OX-28", FindingAction.Kept, scope.Part, 1, ("kind", "名前"));
        }
    }

    private static string? Broken(XElem name, Dictionary<int, int> places, PartScope scope)
    {
        var text = name.Get("name") ?? "";
        var bare = text.StartsWith("_xlnm.", StringComparison.OrdinalIgnoreCase) ? text[6..] : text;
        if (bare.StartsWith("Auto_", StringComparison.OrdinalIgnoreCase)) return "OX-02";
        foreach (var flag in (ReadOnlySpan<string>)["xlm", "function", "vbProcedure"])
            if (name.Get(flag) is "1" or "true") return "OX-02";
        if (name.Get("localSheetId") is { } local && Place(local, places) is null) return "OX-02";
        return FormulaGuard.Broken(name.Text, scope.Package.RemovedNames);
    }

    private static int? Place(string index, Dictionary<int, int> places) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && places.TryGetValue(n, out var place) ? place : null;
}
