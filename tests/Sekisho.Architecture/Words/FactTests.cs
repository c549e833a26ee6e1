using Sekisho.Architecture.Support;
using Schema = Sekisho.Kernel.Facts.FactSchema;

namespace Sekisho.Architecture.Words;

/// <summary>Every fact of the closed vocabulary has a producer in the source or stands in facts.pending; the list may only shrink.</summary>
public sealed class FactTests
{
    private static readonly string[] Pending = [.. Repository.Text("content/facts.pending").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#')];

    [Fact]
    public void Every_fact_has_a_producer_or_is_pending()
    {
        var source = Repository.Files("src", ".cs").Where(f => !f.StartsWith("src/Sekisho.Kernel/", StringComparison.Ordinal)).Select(Repository.Text).ToArray();
        Unplaced(Schema.All.Select(s => (s.Name, s.Type.Name)), source, Pending).ShouldBeEmpty();
    }

    [Fact]
    public void A_fact_in_neither_place_is_found() =>
        Unplaced([("mail.accepted", "MailAccepted")], ["nothing here"], []).ShouldHaveSingleItem();

    [Fact]
    public void A_fact_in_both_places_is_found() =>
        Unplaced([("mail.accepted", "MailAccepted")], ["work.Fact(new MailAccepted(\"1\"))"], ["mail.accepted"]).ShouldHaveSingleItem();

    [Fact]
    public void The_pending_list_does_not_grow() =>
        Pending.Length.ShouldBeLessThanOrEqualTo(int.Parse(Repository.Text("tests/Sekisho.Architecture/approved/facts-pending-count.txt").Trim(), System.Globalization.CultureInfo.InvariantCulture));

    private static IEnumerable<string> Unplaced(IEnumerable<(string Name, string Type)> facts, IReadOnlyList<string> source, IReadOnlyList<string> pending)
    {
        foreach (var (name, type) in facts)
        {
            var produced = source.Any(s => s.Contains("new " + type + "(", StringComparison.Ordinal) || s.Contains("new " + type + "\n", StringComparison.Ordinal));
            var listed = pending.Contains(name, StringComparer.Ordinal);
            if (!produced && !listed) yield return name + " has no producer and is not pending";
            if (produced && listed) yield return name + " has a producer and still stands in facts.pending";
        }
    }
}
