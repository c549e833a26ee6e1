namespace Sekisho.Kernel.Clauses;

/// <summary>
/// The places an obligation is bound to, as packs write them: paths joined by ";", and "art6/*" for everything below a clause
/// (the clause itself is not meant).
/// </summary>
public sealed class ClauseSelector
{
    private const string Below = "/*";
    private ClauseSelector(string text, IReadOnlyList<(ClauseRef Path, bool Below)> places) => (Text, Places) = (text, places);

    public string Text { get; }
    public IReadOnlyList<(ClauseRef Path, bool Below)> Places { get; }

    /// <summary>Null when a place is no clause path or the list is empty.</summary>
    public static ClauseSelector? Parse(string text)
    {
        var places = new List<(ClauseRef, bool)>();
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries))
        {
            var below = part.EndsWith(Below, StringComparison.Ordinal);
            if (ClauseRef.Parse(below ? part[..^Below.Length] : part) is not { } path) return null;
            places.Add((path, below));
        }
        return new ClauseSelector(text, places);
    }

    public bool Matches(ClauseRef clause) => Places.Any(p => p.Below ? p.Path != clause && p.Path.Contains(clause) : p.Path == clause);

    /// <summary>The places that no clause of the tree answers.</summary>
    public IReadOnlyList<string> Unresolved(IReadOnlyCollection<ClauseRef> tree) =>
        [.. Places.Where(p => !tree.Any(c => p.Below ? p.Path != c && p.Path.Contains(c) : p.Path == c)).Select(p => p.Path + (p.Below ? Below : ""))];
}
