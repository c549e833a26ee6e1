using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText.Exchange;

/// <summary>Gives every clause of a document read from marked-up text its own path; a number used twice takes the next free one.</summary>
internal sealed class PathMaker
{
    private readonly HashSet<ClauseRef> taken = [];

    /// <param name="home">The enclosing clause; null at the top.</param>
    /// <param name="kind">Word of the step.</param>
    /// <param name="number">"21_2" is branch 2 of 21; empty for a step without number; anything else is counted.</param>
    public ClauseRef Next(ClauseRef? home, ClauseSegmentKind kind, string number = "")
    {
        var wanted = ClauseSegment.Parse(kind.ToString().ToLowerInvariant() + number) ?? ClauseSegment.Of(kind, 1);
        var path = Under(home, wanted);
        while (!taken.Add(path)) path = Under(home, wanted = ClauseSegment.Of(kind, (wanted.Number ?? 1) + 1));
        return path;
    }

    public bool TryTake(ClauseRef path) => taken.Add(path);

    private static ClauseRef Under(ClauseRef? home, ClauseSegment step) => home is { } path ? path.Child(step) : ClauseRef.Of(step);
}
