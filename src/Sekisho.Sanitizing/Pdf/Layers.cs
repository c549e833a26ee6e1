using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf;

/// <summary>Optional content decided once, as a viewer opens the file (ISO 32000 §8.11): what is off is not written, what is on is no layer any more (PD-07, PD-21).</summary>
internal sealed class Layers
{
    private readonly PdfDocument doc;
    private readonly HashSet<int> on = [], off = [];
    private readonly bool usually = true;

    internal Layers(PdfDocument doc)
    {
        this.doc = doc;
        if (doc.Dict(doc.Trailer["Root"]) is not { } root || doc.Dict(root["OCProperties"]) is not { } all || doc.Dict(all["D"]) is not { } chosen) return;
        usually = doc.Name(chosen["BaseState"]) is not "OFF";
        Collect(chosen["ON"], on);
        Collect(chosen["OFF"], off);
    }

    private void Collect(PdfObj source, HashSet<int> into)
    {
        foreach (var item in doc.List(source)?.Items ?? [])
            if (item is PdfRef reference) into.Add(reference.Number);
    }

    /// <summary>Whether content of this group or membership shows.</summary>
    internal bool IsVisible(PdfObj group, int depth = 0)
    {
        if (depth > 20 || doc.Dict(group) is not { } dict) return true;
        if (doc.Name(dict["Type"]) is not "OCMD") return group is not PdfRef { Number: var n } || (!off.Contains(n) && (usually || on.Contains(n)));
        if (doc.List(dict["VE"]) is { } expression) return Holds(expression, depth + 1);
        var groups = doc.Resolve(dict["OCGs"]) is PdfList list ? list.Items : dict.Has("OCGs") ? [dict["OCGs"]] : [];
        if (groups.Count == 0) return true;
        return doc.Name(dict["P"]) switch
        {
            "AllOn" => groups.All(g => IsVisible(g, depth + 1)),
            "AnyOff" => groups.Any(g => !IsVisible(g, depth + 1)),
            "AllOff" => groups.All(g => !IsVisible(g, depth + 1)),
            _ => groups.Any(g => IsVisible(g, depth + 1)),
        };
    }

    private bool Holds(PdfList expression, int depth)
    {
        if (depth > 20 || expression.Count == 0) return true;
        var terms = expression.Items.Skip(1).Take(100).Select(t => doc.Resolve(t) is PdfList inner ? Holds(inner, depth + 1) : IsVisible(t, depth + 1));
        return doc.Name(expression.Items[0]) switch { "And" => terms.All(t => t), "Or" => terms.Any(t => t), "Not" => !terms.FirstOrDefault(), _ => true };
    }
}
