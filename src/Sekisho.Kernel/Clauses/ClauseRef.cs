namespace Sekisho.Kernel.Clauses;

/// <summary>
/// The normalised place of a clause in its document: art6/item3/sub1, art2/par9, art21_2, chap2/art3, pre, meta1, intro/p4, suppl.
/// At most 12 steps. Ordered as the steps stand in a document of the usual build: a parent before its children, brothers by kind and number;
/// a tree read from a text has its own, printed order, which wins on screen. The default value is no place: reading it throws.
/// </summary>
public readonly record struct ClauseRef : IComparable<ClauseRef>
{
    private const int MostSteps = 12;
    private readonly string? text;
    private ClauseRef(string text) => this.text = text;

    private string Value => text ?? throw new InvalidOperationException("An empty clause reference was read.");
    public IReadOnlyList<ClauseSegment> Segments => [.. Value.Split('/').Select(s => ClauseSegment.Parse(s)!.Value)];

    /// <exception cref="ArgumentException">No step, or more than twelve.</exception>
    public static ClauseRef Of(params ReadOnlySpan<ClauseSegment> segments) =>
        segments.Length is > 0 and <= MostSteps
            ? new ClauseRef(string.Join('/', segments.ToArray().Select(s => s.ToString())))
            : throw new ArgumentException("A clause path has 1 to 12 steps.", nameof(segments));

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static ClauseRef? Parse(string path)
    {
        var steps = path.Split('/');
        return steps.Length <= MostSteps && steps.All(s => ClauseSegment.Parse(s) is not null) ? new ClauseRef(path) : null;
    }

    public ClauseRef Child(ClauseSegment segment) => Of([.. Segments, segment]);

    /// <summary>The enclosing clause; null at the top.</summary>
    public ClauseRef? Parent => Value.LastIndexOf('/') is > 0 and var slash ? new ClauseRef(Value[..slash]) : null;

    /// <summary>The article (or the top step, where there is none) this clause belongs to: what the board shows as one row.</summary>
    public ClauseRef Article
    {
        get
        {
            var segments = Segments;
            var article = 0;
            while (article < segments.Count && segments[article].Kind != ClauseSegmentKind.Art) article++;
            return article == segments.Count ? Of(segments[0]) : Of([.. segments.Take(article + 1)]);
        }
    }

    /// <summary>True for the clause itself and everything below it.</summary>
    public bool Contains(ClauseRef other) =>
        other.Value.StartsWith(Value, StringComparison.Ordinal) && (other.Value.Length == Value.Length || other.Value[Value.Length] == '/');

    public int CompareTo(ClauseRef other)
    {
        var (mine, theirs) = (Segments, other.Segments);
        for (var i = 0; i < Math.Min(mine.Count, theirs.Count); i++)
        {
            var step = mine[i].CompareTo(theirs[i]);
            if (step != 0) return step;
        }
        return mine.Count.CompareTo(theirs.Count);
    }

    public override string ToString() => text ?? "";
}
