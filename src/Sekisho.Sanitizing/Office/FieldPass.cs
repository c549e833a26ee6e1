using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Office;

/// <summary>
/// OX-08: finds every field of a part, however its instruction is split over runs and nested, and approves the marks of those whose
/// instruction is on the list. What is not approved is dropped by <see cref="WordRules"/>; of such a field only the result text stays.
/// </summary>
internal static class FieldPass
{
    private sealed class Field
    {
        internal List<XElem> Marks { get; } = [];
        internal System.Text.StringBuilder Instruction { get; } = new();
        /// <summary>Anything between begin and separate that is not instruction text: it would show once the marks are gone.</summary>
        internal List<(XElem Parent, XElem Child)> Inner { get; } = [];
        internal bool InResult { get; set; }
        internal bool HasNested { get; set; }
    }

    internal static void Run(XElem root, PartScope scope)
    {
        var open = new Stack<Field>();
        foreach (var (parent, e) in Pairs(root))
        {
            if (!string.Equals(e.Ns, OfficeNs.W, StringComparison.Ordinal)) continue;
            if (e.Name is "fldSimple") Simple(e, scope);
            else if (e.Name is "fldChar") Mark(e, open, scope);
            else if (e.Name is "instrText") { if (open.TryPeek(out var field) && !field.InResult) { field.Instruction.Append(e.Text); field.Marks.Add(e); } }
            // The outermost instruction owns all that stands in it, results of nested fields too.
            else if (parent.Name is "r" && e.Name is not "rPr" && open.LastOrDefault(f => !f.InResult) is { } inside) inside.Inner.Add((parent, e));
        }
        // A field that never ends has no result to tell from its instruction: everything collected goes.
        foreach (var field in open) Refuse(field, scope);
    }

    private static void Mark(XElem e, Stack<Field> open, PartScope scope)
    {
        switch (e.Get("fldCharType", OfficeNs.W))
        {
            case "begin":
                if (open.TryPeek(out var outer) && !outer.InResult) outer.HasNested = true;
                var field = new Field();
                field.Marks.Add(e);
                open.Push(field);
                break;
            case "separate" when open.TryPeek(out var now):
                now.InResult = true;
                now.Marks.Add(e);
                break;
            case "end" when open.TryPop(out var done):
                done.Marks.Add(e);
                Decide(done, open, scope);
                break;
        }
    }

    private static void Decide(Field field, Stack<Field> open, PartScope scope)
    {
        var insideInstruction = open.Any(f => !f.InResult);
        if (!insideInstruction && !field.HasNested && FieldGuard.IsAllowed(field.Instruction.ToString()))
        {
            foreach (var mark in field.Marks) scope.Approved.Add(mark);
            foreach (var (parent, child) in field.Inner) parent.Nodes.Remove(child);
            return;
        }
        Refuse(field, scope);
        // A field that feeds an instruction has no text of its own to show: its result goes with the outer instruction.
        if (open.TryPeek(out var outer) && !outer.InResult) outer.Instruction.Append(' ');
    }

    private static void Refuse(Field field, PartScope scope)
    {
        foreach (var (parent, child) in field.Inner) parent.Nodes.Remove(child);
        scope.Log.Add("OX-08", FindingAction.Removed, scope.Part, 1, ("name", FieldGuard.Name(field.Instruction.ToString())));
    }

    private static void Simple(XElem e, PartScope scope)
    {
        var instruction = e.Get("instr", OfficeNs.W) ?? "";
        if (FieldGuard.IsAllowed(instruction)) scope.Approved.Add(e);
        else scope.Log.Add("OX-08", FindingAction.Removed, scope.Part, 1, ("name", FieldGuard.Name(instruction)));
    }

    /// <summary>Every element with its parent in document order, as a list so that the pass may remove while it walks.</summary>
    private static List<(XElem Parent, XElem Child)> Pairs(XElem root)
    {
        var pairs = new List<(XElem, XElem)>();
        var open = new Stack<(XElem Parent, XElem Child)>();
        Below(root);
        while (open.TryPop(out var pair))
        {
            pairs.Add(pair);
            Below(pair.Child);
        }
        return pairs;

        void Below(XElem e)
        {
            for (var i = e.Nodes.Count - 1; i >= 0; i--)
                if (e.Nodes[i] is XElem child) open.Push((e, child));
        }
    }
}
