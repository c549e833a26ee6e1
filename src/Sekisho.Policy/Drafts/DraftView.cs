using Sekisho.PolicyText;
using Sekisho.PolicyText.Review;

namespace Sekisho.Policy.Drafts;

/// <summary>The part of a draft one page shows: some clauses around the chosen one, and the lines of the source they came from.</summary>
public sealed class DraftView
{
    private const int Before = 6;
    private const int After = 14;
    private const int LinesAround = 3;
    private const int MostLines = 70;

    public DraftView(DraftRow row, int? wanted)
    {
        (Row, Tree) = (row, row.Tree());
        Edits = ReviewJson.ReadEdits(row.Edits).Count;
        At = wanted is { } id && Tree.Find(id) is >= 0 and var found ? found : Tree.Open.Count > 0 ? Tree.Find(Tree.Open[0].Node) : 0;
        Cut = Tree.Open.FirstOrDefault(c => c.Node == Chosen.Id);
        First = Math.Max(0, At - Before);
        Shown = [.. Tree.Nodes.Skip(First).Take(Before + After)];
        Lines = LinesOf(SourceText.Lines(row.SourceText));
        Paths = Tree.ToPolicy().All.Select(c => c.Path.ToString()).ToList();
    }

    public DraftRow Row { get; }
    public ReviewTree Tree { get; }
    public int Edits { get; }
    public int At { get; }
    public int First { get; }
    public ReviewNode Chosen => Tree.Nodes[At];
    public ReviewCut? Cut { get; }
    public IReadOnlyList<ReviewNode> Shown { get; }
    public IReadOnlyList<(int Number, string Text)> Lines { get; }
    public IReadOnlyList<string> Paths { get; }
    /// <summary>Lines of the chosen clause: from its own to the one before the next clause.</summary>
    public bool IsChosenLine(int number) => number >= Chosen.Line && (number == Chosen.Line || number < LineBehind(At));
    public int Alike => Cut is { } cut ? Tree.Open.Count(c => c.Reason == cut.Reason) : 0;

    /// <summary>The clause of the next open cut behind the chosen one, else of the first; null when nothing is open.</summary>
    public int? NextOpen => Around(1);
    public int? LastOpen => Around(-1);

    public static int Next(ReviewTree tree, ReviewEdit edit)
    {
        var at = tree.Find(edit.Node);
        if (edit.Change != CutChange.Confirm && at >= 0) return edit.Node;
        var later = tree.Open.FirstOrDefault(c => tree.Find(c.Node) > at) ?? (tree.Open.Count > 0 ? tree.Open[0] : null);
        return later?.Node ?? (at >= 0 ? edit.Node : tree.Nodes.Count > 0 ? tree.Nodes[0].Id : 0);
    }

    private int? Around(int step)
    {
        var places = Tree.Open.Select(c => (c.Node, At: Tree.Find(c.Node))).OrderBy(p => p.At).ToList();
        if (places.Count == 0) return null;
        var found = step > 0 ? places.FirstOrDefault(p => p.At > At) : places.LastOrDefault(p => p.At < At);
        return found.Node != 0 ? found.Node : (step > 0 ? places[0] : places[^1]).Node;
    }

    private int LineBehind(int at)
    {
        for (var i = at + 1; i < Tree.Nodes.Count; i++) if (Tree.Nodes[i].Line > Tree.Nodes[at].Line) return Tree.Nodes[i].Line;
        return int.MaxValue;
    }

    private List<(int, string)> LinesOf(string[] lines)
    {
        var first = Math.Max(1, Shown.Where(n => n.Line > 0).Select(n => n.Line).DefaultIfEmpty(1).Min() - LinesAround);
        var last = Math.Min(lines.Length, LineBehind(Math.Min(First + Shown.Count, Tree.Nodes.Count) - 1) - 1L);
        if (Chosen.Line - first > MostLines / 2) first = Chosen.Line - (MostLines / 2);
        var shown = new List<(int, string)>();
        for (var i = first; i <= last && shown.Count < MostLines; i++) if (!string.IsNullOrWhiteSpace(lines[i - 1])) shown.Add((i, lines[i - 1].TrimEnd()));
        return shown;
    }
}
