using Sekisho.Kernel;
using Sekisho.PolicyText.Parsing;

namespace Sekisho.PolicyText.Review;

/// <summary>The acts of the review on the list of clauses; every one leaves a list whose depths grow by one step at most.</summary>
internal static class ReviewEdits
{
    public static Result<List<ReviewNode>> Apply(ReviewTree tree, int at, ReviewEdit edit) => edit.Change switch
    {
        CutChange.Merge => Merge(tree.Nodes, at),
        CutChange.Split => Split(tree, at, edit.Words),
        CutChange.MakeHeading => MakeHeading(tree.Nodes, at, edit.Words),
        CutChange.MakeText => MakeText(tree.Nodes, at),
        CutChange.Relevel => Relevel(tree.Nodes, at, edit.Level),
        CutChange.Deeper => Move(tree.Nodes, at, 1),
        CutChange.Shallower => Move(tree.Nodes, at, -1),
        CutChange.Drop => Ok(Stepwise([.. tree.Nodes.Where((_, i) => i < at || i >= End(tree.Nodes, at))])),
        _ => Refuse("この操作はここではできません。", "ほかの操作を選んでください。"),
    };

    /// <summary>The index behind the last clause below this one.</summary>
    public static int End(IReadOnlyList<ReviewNode> nodes, int at)
    {
        var end = at + 1;
        while (end < nodes.Count && nodes[end].Depth > nodes[at].Depth) end++;
        return end;
    }

    private static Result<List<ReviewNode>> Merge(IReadOnlyList<ReviewNode> nodes, int at)
    {
        if (at == 0) return Refuse("前に条項がないため、つなげません。", "次の条項から「前につなげる」を使ってください。");
        var (node, before) = (nodes[at], nodes[at - 1]);
        if (ReviewLevels.IsTable(node.Level) != ReviewLevels.IsTable(before.Level)) return Refuse("表と文はつなげません。", "表の行は表の行と、文は文とつなげてください。");
        var words = string.Join('　', new[] { node.Label, node.Caption, node.Text }.Where(t => t.Length > 0));
        var joined = before.Text.Length == 0 && before.Caption.Length > 0 && before.Depth < node.Depth ? before with { Text = words } : before with { Text = before.Text + words };
        return Ok(Stepwise(Folded([.. nodes.Take(at - 1), joined, .. nodes.Skip(at + 1)], at - 1)));
    }

    /// <summary>A single paragraph without number is the text of the clause that holds it.</summary>
    private static List<ReviewNode> Folded(List<ReviewNode> nodes, int at)
    {
        var parent = ReviewLevels.ParentOf(nodes, at);
        if (nodes[at].Level != ClauseLevel.Paragraph || parent != at - 1 || nodes[parent].Text.Length > 0) return nodes;
        if (nodes.Skip(at + 1).Take(End(nodes, parent) - at - 1).Any(n => n.Depth == nodes[at].Depth && n.Level == ClauseLevel.Paragraph)) return nodes;
        var end = End(nodes, at);
        return [.. nodes.Take(parent), nodes[parent] with { Text = nodes[at].Text }, .. nodes.Skip(at + 1).Take(end - at - 1).Select(n => n with { Depth = n.Depth - 1 }), .. nodes.Skip(end)];
    }

    private static Result<List<ReviewNode>> Split(ReviewTree tree, int at, string words)
    {
        var node = tree.Nodes[at];
        var start = words.Trim() is { Length: > 0 } wanted ? node.Text.IndexOf(wanted, StringComparison.Ordinal) : -1;
        if (start < 0) return Refuse("切る所の言葉が、この条項の本文にありません。", "新しい条項の初めの言葉を、本文から写してください。");
        if (start == 0) return Refuse("本文の初めでは切れません。", "本文の途中の言葉を書いてください。");
        var (label, text) = Numbered(node.Text[start..].Trim());
        var before = node.Text[..start].Trim();
        var made = new ReviewNode(tree.LastId + 1, node.Level, node.Depth, label, "", text, node.Line, null);
        if (node.Level != ClauseLevel.Article || label.Length > 0) return Ok(Stepwise([.. tree.Nodes.Take(at), node with { Text = before }, made, .. tree.Nodes.Skip(at + 1)]));
        // An article of two paragraphs without numbers has no text of its own.
        var second = made with { Level = ClauseLevel.Paragraph, Depth = node.Depth + 1 };
        return Ok(Stepwise([.. tree.Nodes.Take(at), node with { Text = "" }, second with { Text = before }, second with { Id = tree.LastId + 2 }, .. tree.Nodes.Skip(at + 1)]));
    }

    private static (string Label, string Text) Numbered(string text) =>
        MarkerReader.Read(text) is { Rest.Length: > 0 } marker ? (marker.Label, marker.Rest) : ("", text);

    private static Result<List<ReviewNode>> MakeHeading(IReadOnlyList<ReviewNode> nodes, int at, string words)
    {
        var node = nodes[at];
        if (node.Caption.Length > 0) return Refuse("この条項にはもう見出しがあります。", "先に「見出しを本文に戻す」を使ってください。");
        var wanted = words.Trim();
        if (wanted.Length == 0) wanted = node.Text.IndexOfAny([' ', '　']) is > 0 and var space ? node.Text[..space] : node.Text;
        if (!node.Text.StartsWith(wanted, StringComparison.Ordinal) || wanted.Length == 0) return Refuse("見出しの言葉が、本文の初めにありません。", "本文の初めの言葉を、そのまま書いてください。");
        return Ok(Replaced(nodes, at, node with { Caption = Headings.Bracketed(wanted) ?? wanted, Text = node.Text[wanted.Length..].Trim() }));
    }

    private static Result<List<ReviewNode>> MakeText(IReadOnlyList<ReviewNode> nodes, int at)
    {
        var node = nodes[at];
        return node.Caption.Length == 0 ? Refuse("この条項には見出しがありません。", "ほかの操作を選んでください。") : Ok(Replaced(nodes, at, node with { Caption = "", Text = node.Caption + node.Text }));
    }

    private static Result<List<ReviewNode>> Relevel(IReadOnlyList<ReviewNode> nodes, int at, ClauseLevel? level)
    {
        if (level is not { } wanted) return Refuse("段階が選ばれていません。", "一覧から段階を選んでください。");
        var depth = ReviewLevels.DepthFor(nodes, at, wanted);
        return Ok(Stepwise(Shifted(nodes, at, depth - nodes[at].Depth, nodes[at] with { Level = wanted })));
    }

    private static Result<List<ReviewNode>> Move(IReadOnlyList<ReviewNode> nodes, int at, int step)
    {
        var node = nodes[at];
        if (step > 0 && (at == 0 || nodes[at - 1].Depth < node.Depth)) return Refuse("すぐ前に並ぶ条項がないため、これ以上下げられません。", "ほかの操作を選んでください。");
        if (step < 0 && node.Depth == 0) return Refuse("一番上の段階なので、これ以上上げられません。", "ほかの操作を選んでください。");
        var moved = Shifted(nodes, at, step, node);
        var parent = ReviewLevels.ParentOf(moved, at) is >= 0 and var p ? moved[p].Level : (ClauseLevel?)null;
        return Ok(Stepwise([.. moved.Take(at), moved[at] with { Level = ReviewLevels.Below(parent, node.Level) }, .. moved.Skip(at + 1)]));
    }

    private static List<ReviewNode> Shifted(IReadOnlyList<ReviewNode> nodes, int at, int step, ReviewNode changed)
    {
        var end = End(nodes, at);
        return [.. nodes.Take(at), changed with { Depth = nodes[at].Depth + step }, .. nodes.Skip(at + 1).Take(end - at - 1).Select(n => n with { Depth = n.Depth + step }), .. nodes.Skip(end)];
    }

    /// <summary>No clause stands two steps below the one before it.</summary>
    private static List<ReviewNode> Stepwise(List<ReviewNode> nodes)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            var deepest = i == 0 ? 0 : nodes[i - 1].Depth + 1;
            if (nodes[i].Depth > deepest) nodes[i] = nodes[i] with { Depth = deepest };
        }
        return nodes;
    }

    private static List<ReviewNode> Replaced(IReadOnlyList<ReviewNode> nodes, int at, ReviewNode node) => [.. nodes.Take(at), node, .. nodes.Skip(at + 1)];
    private static Result<List<ReviewNode>> Ok(List<ReviewNode> nodes) => nodes;
    private static Result<List<ReviewNode>> Refuse(string what, string todo) => new Refusal("review.impossible", what, todo);
}
