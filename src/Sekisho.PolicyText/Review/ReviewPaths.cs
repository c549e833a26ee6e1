using Sekisho.Kernel.Clauses;
using Sekisho.PolicyText.Parsing;

namespace Sekisho.PolicyText.Review;

/// <summary>
/// Paths for the clauses of a review. A clause whose level and parent are as they were read keeps its path; any other takes the number it prints, or
/// the next one free: a new clause between two numbered ones takes a branch of the one before it, so that nothing is renumbered.
/// </summary>
internal sealed class ReviewPaths
{
    private readonly IReadOnlyList<ReviewNode> nodes;
    private readonly ClauseRef?[] paths;
    private readonly HashSet<ClauseRef> taken = [];
    private readonly bool chaptersInPath;

    private ReviewPaths(IReadOnlyList<ReviewNode> nodes)
    {
        this.nodes = nodes;
        paths = new ClauseRef?[nodes.Count];
        chaptersInPath = nodes.Any(n => n is { ReadLevel: ClauseLevel.Article, Read: { } path } && path.StartsWith("chap", StringComparison.Ordinal));
    }

    public static IReadOnlyList<Clause> Clauses(IReadOnlyList<ReviewNode> nodes)
    {
        var finder = new ReviewPaths(nodes);
        finder.KeepRead();
        for (var i = 0; i < nodes.Count; i++) if (finder.paths[i] is null) finder.paths[i] = finder.NewPath(i);
        var at = 0;
        return finder.Build(0, ref at);
    }

    private void KeepRead()
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            var (node, parent) = (nodes[i], ReviewLevels.ParentOf(nodes, i));
            var below = parent < 0 ? "" : paths[parent]?.ToString();
            if (node.Read is { } read && node.Level == node.ReadLevel && below == node.ReadBelow && ClauseRef.Parse(read) is { } path && taken.Add(path)) paths[i] = path;
        }
    }

    private ClauseRef NewPath(int at)
    {
        var node = nodes[at];
        var (kind, parent) = (ReviewLevels.Kind(node.Level), ReviewLevels.ParentOf(nodes, at));
        var home = parent < 0 || (ReviewLevels.IsChapter(nodes[parent].Level) && !ReviewLevels.IsChapter(node.Level) && !chaptersInPath) ? null : paths[parent];
        if (kind == ClauseSegmentKind.N) home = ClauseRef.Of(ClauseSegment.Of(ClauseSegmentKind.Cover));
        if (MarkerReader.Read(node.Label.Length > 0 ? node.Label + "　文" : "") is { } marker && kind is ClauseSegmentKind.Art or ClauseSegmentKind.Par or ClauseSegmentKind.Item or ClauseSegmentKind.Sub)
        {
            var printed = Under(home, ClauseSegment.Of(kind, marker!.Number, [.. marker.Branches]));
            if (taken.Add(printed)) return printed;
        }
        return Free(home, kind, Before(at, kind));
    }

    private ClauseRef Free(ClauseRef? home, ClauseSegmentKind kind, ClauseSegment? before)
    {
        var single = Under(home, ClauseSegment.Of(kind));
        if (kind is ClauseSegmentKind.Title or ClauseSegmentKind.Suppl or ClauseSegmentKind.Table or ClauseSegmentKind.Toc or ClauseSegmentKind.Intro or ClauseSegmentKind.Pre && taken.Add(single)) return single;
        if (before is { Number: { } last } && taken.Contains(Under(home, ClauseSegment.Of(kind, last + 1))))
        {
            for (var branch = 2; ; branch++)
            {
                var path = Under(home, ClauseSegment.Of(kind, last, [.. before.Value.Branches.Take(3), branch]));
                if (taken.Add(path)) return path;
            }
        }
        for (var number = (before?.Number ?? 0) + 1; ; number++)
        {
            var path = Under(home, ClauseSegment.Of(kind, number));
            if (taken.Add(path)) return path;
        }
    }

    /// <summary>The last step of the brother of the same kind before this clause.</summary>
    private ClauseSegment? Before(int at, ClauseSegmentKind kind)
    {
        for (var i = at - 1; i >= 0 && nodes[i].Depth >= nodes[at].Depth; i--)
        {
            if (nodes[i].Depth == nodes[at].Depth && paths[i]?.Segments[^1] is { } segment && segment.Kind == kind) return segment;
        }
        return null;
    }

    private static ClauseRef Under(ClauseRef? home, ClauseSegment segment) => home is { } path ? path.Child(segment) : ClauseRef.Of(segment);

    private List<Clause> Build(int depth, ref int at)
    {
        var clauses = new List<Clause>();
        while (at < nodes.Count && nodes[at].Depth == depth)
        {
            var (node, path) = (nodes[at], paths[at]!.Value);
            at++;
            clauses.Add(new Clause(path, node.Level, node.Label, node.Caption, node.Text, Build(depth + 1, ref at)) { Line = node.Line });
        }
        return clauses;
    }
}
