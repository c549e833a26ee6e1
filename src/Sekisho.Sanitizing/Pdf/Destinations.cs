using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf;

/// <summary>Places inside the document: names looked up, pages mapped to ours. Nothing else is a destination (PD-06).</summary>
internal sealed class Destinations(PdfRebuild rebuild, IReadOnlyDictionary<int, PdfRef> pages)
{
    private const int MaxNames = 100_000;
    private Dictionary<string, PdfObj>? named;

    /// <summary>The destination written out in full, or null when it leads nowhere.</summary>
    internal PdfList? Make(PdfObj source)
    {
        var value = rebuild.Doc.Resolve(source);
        for (var n = 0; n < 3 && value is not PdfList; n++)
            value = value switch
            {
                PdfName name => rebuild.Doc.Resolve(Named("/" + name.Value)),
                PdfText text => rebuild.Doc.Resolve(Named("(" + Convert.ToHexString(text.Bytes))),
                PdfDict dict => rebuild.Doc.Resolve(dict["D"]),
                _ => PdfObj.Null,
            };
        if (value is not PdfList { Count: >= 2 } list || list.Items[0] is not PdfRef page || !pages.TryGetValue(page.Number, out var ours)) return null;
        var made = new PdfList([ours]);
        var count = rebuild.Doc.Name(list.Items[1]) switch { "XYZ" => 3, "Fit" or "FitB" => 0, "FitH" or "FitV" or "FitBH" or "FitBV" => 1, "FitR" => 4, _ => -1 };
        if (count < 0) return new PdfList([ours, new PdfName("Fit")]);
        made.Items.Add(new PdfName(rebuild.Doc.Name(list.Items[1])!));
        for (var i = 0; i < count; i++) made.Items.Add(2 + i < list.Count && rebuild.Doc.Number(list.Items[2 + i]) is { } n ? new PdfNum(n) : PdfObj.Null);
        return made;
    }

    private PdfObj Named(string key)
    {
        if (named is null)
        {
            named = new(StringComparer.Ordinal);
            var root = rebuild.Doc.Dict(rebuild.Doc.Trailer["Root"]);
            foreach (var (name, value) in rebuild.Doc.Dict(root?["Dests"] ?? PdfObj.Null)?.Items ?? []) named.TryAdd("/" + name, value);
            if (rebuild.Doc.Dict(root?["Names"] ?? PdfObj.Null) is { } names) Walk(names["Dests"], [], 0);
        }
        return named.GetValueOrDefault(key, PdfObj.Null);
    }

    private void Walk(PdfObj node, HashSet<int> seen, int depth)
    {
        if (depth > 30 || named!.Count > MaxNames || (node is PdfRef r && !seen.Add(r.Number)) || rebuild.Doc.Dict(node) is not { } dict) return;
        if (rebuild.Doc.List(dict["Names"]) is { } leaves)
            for (var i = 0; i + 1 < leaves.Count; i += 2)
                if (rebuild.Doc.Resolve(leaves.Items[i]) is PdfText key) named.TryAdd("(" + Convert.ToHexString(key.Bytes), leaves.Items[i + 1]);
        foreach (var kid in rebuild.Doc.List(dict["Kids"])?.Items ?? []) Walk(kid, seen, depth + 1);
    }
}
