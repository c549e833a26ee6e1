using Sekisho.Kernel;

namespace Sekisho.PolicyText.Review;

/// <summary>
/// A parsed text between reader and edition: clauses in printed order and the cuts that wait. Immutable; an edit gives another tree, so that undoing
/// is playing all edits but the last again.
/// </summary>
public sealed class ReviewTree
{
    private ReviewTree(IReadOnlyList<ReviewNode> nodes, IReadOnlyList<ReviewCut> open, int lastId) => (Nodes, Open, LastId) = (nodes, open, lastId);

    public IReadOnlyList<ReviewNode> Nodes { get; }
    /// <summary>Cuts nobody has confirmed or changed, in printed order.</summary>
    public IReadOnlyList<ReviewCut> Open { get; }
    internal int LastId { get; }

    public static ReviewTree Of(ParsedPolicy policy)
    {
        var nodes = new List<ReviewNode>();
        foreach (var root in policy.Roots) Add(nodes, root, 0, "");
        var byPath = nodes.ToDictionary(n => n.Read!, n => n.Id, StringComparer.Ordinal);
        return new ReviewTree(nodes, [.. policy.Uncertain.Select(u => new ReviewCut(byPath[u.Path.ToString()], u.Line, u.Reason, u.Printed))], nodes.Count);
    }

    /// <summary>What was stored of a review's beginning.</summary>
    public static ReviewTree Of(IReadOnlyList<ReviewNode> nodes, IReadOnlyList<ReviewCut> open) => new(nodes, open, nodes.Count == 0 ? 0 : nodes.Max(n => n.Id));

    /// <summary>The tree after the edit, or why the edit cannot be made at this clause.</summary>
    public Result<ReviewTree> Apply(ReviewEdit edit)
    {
        var at = Find(edit.Node);
        if (at < 0) return new Refusal("review.gone", "この条項はもうありません。", "画面を読み込み直してください。") { IsConflict = true };
        if (edit.Change == CutChange.Confirm) return new ReviewTree(Nodes, Without(edit, at), LastId);
        var changed = ReviewEdits.Apply(this, at, edit);
        if (!changed.IsOk) return changed.As<ReviewTree>();
        var ids = changed.Value.Select(n => n.Id).ToHashSet();
        return new ReviewTree(changed.Value, [.. Open.Where(c => c.Node != edit.Node && ids.Contains(c.Node))], Math.Max(LastId, ids.DefaultIfEmpty(0).Max()));
    }

    /// <summary>The clauses with their paths: those of the reader wherever nothing above them was changed.</summary>
    public ParsedPolicy ToPolicy() => new(ReviewPaths.Clauses(Nodes));

    public int Find(int id)
    {
        for (var i = 0; i < Nodes.Count; i++) if (Nodes[i].Id == id) return i;
        return -1;
    }

    private IReadOnlyList<ReviewCut> Without(ReviewEdit edit, int at)
    {
        var reasons = Open.Where(c => c.Node == Nodes[at].Id).Select(c => c.Reason).ToHashSet();
        return [.. Open.Where(c => c.Node != edit.Node && !(edit.Alike && reasons.Contains(c.Reason)))];
    }

    private static void Add(List<ReviewNode> nodes, Clause clause, int depth, string below)
    {
        var path = clause.Path.ToString();
        nodes.Add(new ReviewNode(nodes.Count + 1, clause.Level, depth, clause.PrintedLabel, clause.Caption, clause.Text, clause.Line, path) { ReadBelow = below });
        foreach (var child in clause.Children) Add(nodes, child, depth + 1, path);
    }
}
