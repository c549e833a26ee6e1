using System.Text;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Pdf.Content;
using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf;

/// <summary>Writes one page: content operator by operator, appearances drawn over it, links beside it.</summary>
internal sealed class PageWriter(PdfRebuild rebuild, Destinations destinations)
{
    /// <param name="before">Operators put in front, for drawing at another size; empty otherwise.</param>
    internal PdfDict Write(PdfPage page, int number, PdfRef parent, string before = "")
    {
        var place = "page " + Show.Number(number);
        var budget = new ContentBudget(rebuild.Context.Limits.Pdf.Operators, place);
        var scope = new ResourceScope(rebuild, page.Resources, budget, 0);
        var content = new ContentRewriter(rebuild, scope).Run(Source(page.Dict["Contents"], place));
        var over = new Annotations(rebuild, destinations);
        over.Run(page, scope, number);
        var to = new PdfDict { ["Type"] = new PdfName("Page"), ["Parent"] = parent };
        to["MediaBox"] = new PdfList(page.Box);
        if (page.Crop is not null) to["CropBox"] = new PdfList(page.Crop);
        if (page.Rotate != 0) to["Rotate"] = new PdfNum(page.Rotate);
        if (page.Unit != 1) to["UserUnit"] = new PdfNum(page.Unit);
        if (rebuild.Painting.Group(page.Dict["Group"]) is { } group) to["Group"] = group;
        to["Contents"] = rebuild.Out.Add(PdfWriter.Packed(new(), Joined(before, content, over.Drawing)));
        to["Resources"] = scope.Written;
        if (over.Links.Count > 0) to["Annots"] = over.Links;
        Report(budget, place);
        return to;
    }

    /// <summary>The page's own state must not reach what is drawn over it, so it is closed in where something is.</summary>
    private static byte[] Joined(string before, byte[] content, string over) =>
        before.Length == 0 && over.Length == 0 ? content : [.. Encoding.ASCII.GetBytes(before + "q\n"), .. content, .. Encoding.ASCII.GetBytes("Q\n" + over)];

    private byte[] Source(PdfObj contents, string place)
    {
        var value = rebuild.Doc.Resolve(contents);
        if (value is PdfStream one) return rebuild.Doc.Bytes(one, place);
        if (value is not PdfList list) return [];
        var all = new MemoryStream();
        foreach (var item in list.Items.Take(10_000))
        {
            if (rebuild.Doc.Resolve(item) is not PdfStream part) continue;
            all.Write(rebuild.Doc.Bytes(part, place));
            all.WriteByte(10);
        }
        return all.ToArray();
    }

    private void Report(ContentBudget budget, string place)
    {
        if (budget.HiddenText > 0) rebuild.Log.Add("PD-21", FindingAction.Kept, place, budget.HiddenText);
        if (budget.OffLayers > 0) rebuild.Log.Add("PD-21", FindingAction.Removed, place, budget.OffLayers);
        if (budget.Unknown > 0) rebuild.Log.Add("PD-18", FindingAction.Removed, place, budget.Unknown);
    }
}
