namespace Sekisho.Organisation.Model;

/// <summary>The rows in which one roster differs from another: what a command writes and a dry run shows.</summary>
public sealed record RosterChanges(IReadOnlyList<object> Added, IReadOnlyList<object> Changed, IReadOnlyList<object> Removed)
{
    public bool IsEmpty => Added.Count == 0 && Changed.Count == 0 && Removed.Count == 0;

    internal IEnumerable<T> Written<T>() => Added.Concat(Changed).OfType<T>();

    public static RosterChanges Between(Roster before, Roster after)
    {
        var old = before.Rows.ToDictionary(r => (r.GetType(), RowKey.Of(r)));
        var added = new List<object>();
        var changed = new List<object>();
        foreach (var row in after.Rows)
        {
            if (!old.Remove((row.GetType(), RowKey.Of(row)), out var was)) added.Add(row);
            else if (!row.Equals(was)) changed.Add(row);
        }
        return new RosterChanges(added, changed, [.. old.Values]);
    }
}
