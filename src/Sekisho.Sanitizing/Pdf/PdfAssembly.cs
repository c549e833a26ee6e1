using System.Text;
using Sekisho.Sanitizing.Pdf.Reading;
using Sekisho.Sanitizing.TextFiles;

namespace Sekisho.Sanitizing.Pdf;

/// <summary>The whole document from its pages: one flat page list, outline, page labels, and of the catalogue a few words.</summary>
internal static class PdfAssembly
{
    internal static byte[] Write(PdfRebuild rebuild)
    {
        var pages = new PageTree(rebuild.Doc, rebuild.Context.Limits.Pdf).Pages;
        var parent = rebuild.Out.Reserve();
        var refs = pages.Select(_ => rebuild.Out.Reserve()).ToList();
        var byNumber = new Dictionary<int, PdfRef>();
        for (var i = 0; i < pages.Count; i++) byNumber.TryAdd(pages[i].Number, refs[i]);
        var destinations = new Destinations(rebuild, byNumber);
        var writer = new PageWriter(rebuild, destinations);
        for (var i = 0; i < pages.Count; i++) rebuild.Out.Fill(refs[i], writer.Write(pages[i], i + 1, parent));
        rebuild.Out.Fill(parent, new PdfDict { ["Type"] = new PdfName("Pages"), ["Count"] = new PdfNum(refs.Count), ["Kids"] = new PdfList([.. refs]) });
        var root = rebuild.Out.Add(Catalogue(rebuild, parent, destinations));
        return rebuild.Out.Finish(root, rebuild.Context.Policy.KeepMetadata && Properties(rebuild) is { Items.Count: > 0 } info ? rebuild.Out.Add(info) : null);
    }

    /// <summary>PD-22 where the policy keeps it: title, author, subject as text without controls, dates as dates.</summary>
    private static PdfDict Properties(PdfRebuild rebuild)
    {
        var to = new PdfDict();
        if (rebuild.Doc.Dict(rebuild.Doc.Trailer["Info"]) is not { } from) return to;
        foreach (var key in (string[])["Title", "Author", "Subject"])
            if (rebuild.Doc.Resolve(from[key]) is PdfText { Bytes.Length: > 0 and <= 2_000 } text && TextCleaner.Clean(Readable(text.Bytes), "", new()).ReplaceLineEndings(" ").Trim() is { Length: > 0 } clean)
                to[key] = new PdfText([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(clean)]);
        foreach (var key in (string[])["CreationDate", "ModDate"])
            if (rebuild.Doc.Resolve(from[key]) is PdfText { Bytes.Length: >= 6 and <= 30 } date && date.Bytes.AsSpan().StartsWith("D:"u8) && date.Bytes.All(c => char.IsAsciiDigit((char)c) || "D:+-Z'".Contains((char)c, StringComparison.Ordinal))) to[key] = date;
        return to;
    }

    private static string Readable(byte[] bytes) => bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2) : bytes is [0xEF, 0xBB, 0xBF, ..] ? Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3) : Encoding.Latin1.GetString(bytes);

    private static PdfDict Catalogue(PdfRebuild rebuild, PdfRef pages, Destinations destinations)
    {
        var from = rebuild.Doc.Dict(rebuild.Doc.Trailer["Root"])!;
        var to = new PdfDict { ["Type"] = new PdfName("Catalog"), ["Pages"] = pages };
        if (new Outlines(rebuild, destinations).Make(from["Outlines"]) is { } outlines)
        {
            to["Outlines"] = outlines;
            rebuild.CopyName(from, to, "PageMode", "UseOutlines");
        }
        rebuild.CopyName(from, to, "PageLayout", "SinglePage", "OneColumn", "TwoColumnLeft", "TwoColumnRight", "TwoPageLeft", "TwoPageRight");
        if (rebuild.Doc.Resolve(from["Lang"]) is PdfText { Bytes.Length: <= 40 } lang && Language(lang.Bytes) is { } clean) to["Lang"] = clean;
        if (rebuild.Doc.Dict(from["ViewerPreferences"]) is { } view && rebuild.Doc.Name(view["Direction"]) is "R2L") to["ViewerPreferences"] = new PdfDict { ["Direction"] = new PdfName("R2L") };
        if (Labels(rebuild, from["PageLabels"]) is { Count: > 0 } labels) to["PageLabels"] = new PdfDict { ["Nums"] = labels };
        return to;
    }

    private static PdfText? Language(byte[] bytes)
    {
        var text = bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2) : Encoding.Latin1.GetString(bytes);
        return text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-') ? new(Encoding.ASCII.GetBytes(text)) : null;
    }

    private static PdfList Labels(PdfRebuild rebuild, PdfObj source)
    {
        var found = new SortedDictionary<int, PdfDict>();
        Walk(source, 0);
        var list = new PdfList();
        foreach (var (first, label) in found)
        {
            list.Items.Add(new PdfNum(first));
            list.Items.Add(label);
        }
        return list;

        void Walk(PdfObj node, int depth)
        {
            if (depth > 10 || found.Count > 5_000 || rebuild.Doc.Dict(node) is not { } dict) return;
            if (rebuild.Doc.List(dict["Nums"]) is { } leaves)
                for (var i = 0; i + 1 < leaves.Count; i += 2)
                    if (rebuild.Doc.Number(leaves.Items[i]) is >= 0 and <= 100_000 and var first && rebuild.Doc.Dict(leaves.Items[i + 1]) is { } label) found[(int)first] = One(label);
            foreach (var kid in rebuild.Doc.List(dict["Kids"])?.Items.Take(1_000) ?? []) Walk(kid, depth + 1);
        }

        PdfDict One(PdfDict from)
        {
            var to = new PdfDict();
            rebuild.CopyName(from, to, "S", "D", "R", "r", "A", "a");
            if (rebuild.Doc.Resolve(from["P"]) is PdfText { Bytes.Length: <= 100 } prefix) to["P"] = prefix;
            rebuild.CopyNumber(from, to, "St", 1, 1_000_000);
            return to;
        }
    }
}
