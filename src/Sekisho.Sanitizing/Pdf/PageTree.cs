using Sekisho.Kernel;
using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf;

/// <summary>The pages in order (ISO 32000 §7.7.3): loops cut, depth and number bounded (LM-07, LM-13), sizes made sane (PD-19).</summary>
internal sealed class PageTree
{
    private const double MaxSide = 200_000;
    private static readonly string[] Inherited = ["Resources", "MediaBox", "CropBox", "Rotate"];

    private readonly PdfDocument doc;
    private readonly PdfLimits limits;
    private readonly HashSet<int> path = [];

    internal List<PdfPage> Pages { get; } = [];

    internal PageTree(PdfDocument doc, PdfLimits limits)
    {
        (this.doc, this.limits) = (doc, limits);
        var root = doc.Dict(doc.Trailer["Root"]) ?? throw new PdfDamage("Root");
        if (doc.Dict(root["Pages"]) is null && !doc.IsGuessed) throw new PdfDamage("Pages");
        Walk(root["Pages"], new PdfDict(), 0);
        if (Pages.Count == 0 && doc.IsGuessed)
            foreach (var number in doc.Numbers)
                if (doc.Load(number) is PdfDict dict && doc.Name(dict["Type"]) is "Page") Add(number, dict, new PdfDict());
        if (Pages.Count == 0) throw new FileStop("PD-19", Outcome.Blocked, "pages");
    }

    private void Walk(PdfObj source, PdfDict above, int depth)
    {
        if (depth > limits.PageTreeDepth) throw new FileStop("LM-13", Outcome.Blocked, "pages");
        var number = source is PdfRef r ? r.Number : 0;
        if (doc.Resolve(source) is not PdfDict node || (number > 0 && !path.Add(number))) return;
        var here = new PdfDict();
        foreach (var key in Inherited) here[key] = node.Has(key) ? node[key] : above[key];
        if (doc.List(node["Kids"]) is { } kids && doc.Name(node["Type"]) is not "Page")
            foreach (var kid in kids.Items) Walk(kid, here, depth + 1);
        else if (doc.Name(node["Type"]) is "Page" or null) Add(number, node, here);
        if (number > 0) path.Remove(number);
    }

    private void Add(int number, PdfDict node, PdfDict here)
    {
        if (Pages.Count >= limits.Pages) throw new FileStop("LM-07", Outcome.Blocked, "pages");
        foreach (var key in Inherited) if (!here.Has(key)) here[key] = node[key];
        var rotate = (int)((doc.Number(here["Rotate"]) ?? 0) % 360);
        var unit = doc.Number(node["UserUnit"]) is >= 0.1 and <= 100 and var u ? u : 1;
        Pages.Add(new(number, node, doc.Dict(here["Resources"]) ?? new PdfDict(), Box(here["MediaBox"]) ?? [0, 0, 612, 792], Box(here["CropBox"]), ((rotate + 360) % 360) / 90 * 90, unit));
    }

    private double[]? Box(PdfObj source)
    {
        if (doc.List(source) is not { Count: >= 4 } list) return null;
        var n = new double[4];
        for (var i = 0; i < 4; i++)
        {
            if (doc.Number(list.Items[i]) is not { } value) return null;
            n[i] = Math.Clamp(value, -MaxSide, MaxSide);
        }
        double[] box = [Math.Min(n[0], n[2]), Math.Min(n[1], n[3]), Math.Max(n[0], n[2]), Math.Max(n[1], n[3])];
        return box[2] - box[0] > 0.5 && box[3] - box[1] > 0.5 ? box : null;
    }
}
