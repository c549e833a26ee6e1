using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf;

/// <summary>The outline: titles and places inside the document, as a fresh tree. Actions go, loops end (PD-01, PD-19).</summary>
internal sealed class Outlines(PdfRebuild rebuild, Destinations destinations)
{
    private const int MaxDepth = 32;
    private readonly HashSet<int> seen = [];
    private int left = rebuild.Context.Limits.Pdf.Outlines;

    internal PdfRef? Make(PdfObj source)
    {
        if (rebuild.Doc.Dict(source) is not { } from) return null;
        var place = new Node(null);
        Collect(from["First"], place, 0);
        if (place.Children.Count == 0) return null;
        place.Ref = rebuild.Out.Reserve();
        Number(place);
        var to = new PdfDict { ["Type"] = new PdfName("Outlines") };
        Family(place, to);
        rebuild.Out.Fill(place.Ref, to);
        Write(place);
        return place.Ref;
    }

    private sealed class Node(PdfDict? item)
    {
        internal PdfDict? Item => item;
        internal List<Node> Children { get; } = [];
        internal PdfRef? Ref { get; set; }
    }

    private void Collect(PdfObj next, Node parent, int depth)
    {
        while (depth < MaxDepth && next is PdfRef r && seen.Add(r.Number) && left-- > 0 && rebuild.Doc.Dict(next) is { } item)
        {
            var node = new Node(item);
            parent.Children.Add(node);
            Collect(item["First"], node, depth + 1);
            next = item["Next"];
        }
    }

    private void Number(Node node)
    {
        foreach (var child in node.Children)
        {
            child.Ref = rebuild.Out.Reserve();
            Number(child);
        }
    }

    private void Family(Node node, PdfDict to)
    {
        if (node.Children.Count == 0) return;
        to["First"] = node.Children[0].Ref!;
        to["Last"] = node.Children[^1].Ref!;
        // Closed items say how many they hide with a minus.
        var closed = node.Item is not null && rebuild.Doc.Number(node.Item["Count"]) is < 0;
        to["Count"] = new PdfNum(closed ? -node.Children.Count : Open(node));
    }

    private int Open(Node node) => node.Children.Sum(c => 1 + (c.Item is not null && rebuild.Doc.Number(c.Item["Count"]) is < 0 ? 0 : Open(c)));

    private void Write(Node parent)
    {
        for (var i = 0; i < parent.Children.Count; i++)
        {
            var node = parent.Children[i];
            var to = new PdfDict { ["Title"] = Title(node.Item!["Title"]), ["Parent"] = parent.Ref! };
            if (i > 0) to["Prev"] = parent.Children[i - 1].Ref!;
            if (i + 1 < parent.Children.Count) to["Next"] = parent.Children[i + 1].Ref!;
            Family(node, to);
            if (Target(node.Item) is { } destination) to["Dest"] = destination;
            rebuild.CopyNumbers(node.Item, to, "C", 3, 3);
            rebuild.CopyNumber(node.Item, to, "F", 0, 3);
            rebuild.Out.Fill(node.Ref!, to);
            Write(node);
        }
    }

    private PdfList? Target(PdfDict item)
    {
        if (item.Has("Dest")) return destinations.Make(item["Dest"]);
        return rebuild.Doc.Dict(item["A"]) is { } action && rebuild.Doc.Name(action["S"]) is "GoTo" ? destinations.Make(action["D"]) : null;
    }

    private PdfText Title(PdfObj value) => rebuild.Doc.Resolve(value) is PdfText text ? new(text.Bytes.Length <= 1_024 ? text.Bytes : text.Bytes[..1_024]) : new([]);
}
