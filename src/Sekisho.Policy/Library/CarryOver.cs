using Sekisho.Conformity.Packs;
using Sekisho.Kernel.Clauses;
using Sekisho.PolicyText;
using Sekisho.PolicyText.Comparing;

namespace Sekisho.Policy.Library;

/// <summary>
/// Takes a pack over to a revised text. Obligations keep their ids, so answers, evidence, duties and exceptions stay with them; only their places follow the clauses.
/// What a machine cannot decide is listed for a person: clauses with other words, split, merged or taken away.
/// </summary>
internal sealed class CarryOver
{
    private readonly MovedPaths moved;

    /// <param name="content">The applied pack as YAML.</param>
    public CarryOver(Pack pack, string content, ParsedPolicy older, ParsedPolicy newer)
    {
        moved = new MovedPaths(older, newer);
        (Content, var gone) = PackPaths.Rename(content, p => ClauseRef.Parse(p) is { } path ? [.. moved.PlacesOf(path).Select(n => n.ToString())] : [p]);
        Reviews = [.. pack.Obligations.Select(o => Review(o, gone.Contains(o.Id, StringComparer.Ordinal))).OfType<Reviewed>()];
    }

    internal sealed record Reviewed(string ObligationId, string Title, string Kind, string OldPlace, string? NewPlace);

    /// <summary>The pack with the places of the new text.</summary>
    public string Content { get; }

    public IReadOnlyList<Reviewed> Reviews { get; }

    private Reviewed? Review(Obligation obligation, bool gone)
    {
        var rows = obligation.Place.Places.Where(p => !p.Below).Select(p => moved.RowOf(p.Path)).OfType<AlignedClauses>().ToList();
        var kind = gone || rows.Any(r => r.Kind == ChangeKind.Removed) ? "removed"
            : rows.Any(r => r.Kind == ChangeKind.Split) ? "split"
            : rows.Any(r => r.Kind == ChangeKind.Merged) ? "merged"
            : rows.Any(r => r.Kind is ChangeKind.Changed or ChangeKind.MovedAndChanged) ? "changed" : null;
        if (kind is null) return null;
        var places = obligation.Place.Places.SelectMany(p => moved.PlacesOf(p.Path)).Distinct().ToList();
        return new Reviewed(obligation.Id, obligation.Title, kind, obligation.Place.Text, places.Count == 0 ? null : string.Join(';', places));
    }
}
