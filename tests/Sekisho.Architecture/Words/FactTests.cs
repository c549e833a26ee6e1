using Sekisho.Architecture.Arrows;
using Sekisho.Architecture.Support;
using Schema = Sekisho.Kernel.Facts.FactSchema;

namespace Sekisho.Architecture.Words;

/// <summary>Every fact of the closed vocabulary has a producer in the source or stands in facts.pending; the list may only shrink.</summary>
public sealed class FactTests
{
    private static readonly string[] Pending = [.. Repository.Text("content/facts.pending").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#')];

    [Fact]
    public void Every_fact_has_a_producer_or_is_pending() =>
        Unplaced(Schema.All.Select(s => (s.Name, s.Type.FullName!)), Constructed(), Pending).ShouldBeEmpty();

    [Fact]
    public void A_fact_in_neither_place_is_found() =>
        Unplaced([("mail.accepted", "Sekisho.Kernel.Facts.Gate.MailAccepted")], new HashSet<string>(), []).ShouldHaveSingleItem();

    [Fact]
    public void A_fact_in_both_places_is_found() =>
        Unplaced([("mail.accepted", "Sekisho.Kernel.Facts.Gate.MailAccepted")], new HashSet<string>(["Sekisho.Kernel.Facts.Gate.MailAccepted"]), ["mail.accepted"]).ShouldHaveSingleItem();

    [Fact]
    public void The_pending_list_does_not_grow() =>
        Pending.Length.ShouldBeLessThanOrEqualTo(int.Parse(Repository.Text("tests/Sekisho.Architecture/approved/facts-pending-count.txt").Trim(), System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Fact types whose constructor is called in some module's method bodies.</summary>
    private static HashSet<string> Constructed()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var project in ProjectFile.All().Where(p => p.Name is not ("Sekisho.Kernel" or "Sekisho")))
        {
            using var reader = new AssemblyReader(BuiltAssemblies.PathOf(project.Name));
            foreach (var (_, used) in reader.Uses())
                if (used.StartsWith("Sekisho.Kernel!Sekisho.Kernel.Facts.", StringComparison.Ordinal) && used.EndsWith("..ctor", StringComparison.Ordinal))
                    found.Add(used["Sekisho.Kernel!".Length..^"..ctor".Length]);
        }
        return found;
    }

    private static IEnumerable<string> Unplaced(IEnumerable<(string Name, string Type)> facts, HashSet<string> constructed, IReadOnlyList<string> pending)
    {
        foreach (var (name, type) in facts)
        {
            var listed = pending.Contains(name, StringComparer.Ordinal);
            if (!constructed.Contains(type) && !listed) yield return name + " has no producer and is not pending";
            if (constructed.Contains(type) && listed) yield return name + " has a producer and still stands in facts.pending";
        }
    }
}
