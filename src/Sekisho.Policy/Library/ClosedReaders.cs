using System.Collections.Concurrent;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Policy;
using Sekisho.Platform;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Documents;

namespace Sekisho.Policy.Library;

/// <summary>
/// Who may read documents that are not public: people of the city who work in a unit or stand above all units, not those of contractors. Every decision is counted, also on documents of the kinds cities keep to
/// themselves that nobody closed; the count is written as a fact every five minutes and at the end, after each reader that was let into a closed one has been looked up once more: one who
/// has no right then counts as a breach.
/// </summary>
internal sealed class ClosedReaders
{
    private const string ContractorClass = "contractor", SpecialClass = "special";
    private readonly ConcurrentQueue<Decision> decisions = new();
    private sealed record Decision(string DocumentId, string Class, string Action, string? PersonId, bool Allowed, DateTimeOffset At);

    /// <summary>Works in a unit of the city, or stands above all of them (市長, 副市長, 教育長).</summary>
    public static bool May(Subject? person) => person is { UnitId: not null, Class: not ContractorClass } or { Class: SpecialClass };

    public void Count(DocumentRow document, string action, string? person, bool allowed, DateTimeOffset now)
    {
        if (document.DisclosureClass == DocumentRow.Closed || DocumentKinds.IsUsuallyClosed(document.Kind)) decisions.Enqueue(new Decision(document.Id, document.DisclosureClass, action, person, allowed, now));
    }

    /// <summary>Writes what was counted since the last time. Counts stay for the next time when the database refuses.</summary>
    /// <returns>How many facts were written.</returns>
    public async Task<Result<int>> FlushAsync(CommandRunner commands, Guid commandId, CancellationToken ct)
    {
        var taken = decisions.ToArray();
        if (taken.Length == 0) return 0;
        var done = await commands.RunAsync<int>(commandId, "policy.disclosure.count", Actor.Service("policy"), async (work, inner) =>
        {
            var people = (await work.SubjectsAsync(TargetKind.Person, ct: inner)).ToDictionary(p => p.Target.Id, StringComparer.Ordinal);
            var groups = taken.GroupBy(d => (d.DocumentId, d.Class, d.Action)).ToList();
            foreach (var group in groups)
            {
                var let = group.Where(d => d.Allowed).ToList();
                work.Fact(new PolicyDisclosureChecked(group.Key.DocumentId, group.Key.Class, group.Key.Action, let.Count, group.Count(d => !d.Allowed),
                    group.Key.Class == DocumentRow.Closed ? let.Count(d => !May(people.GetValueOrDefault(d.PersonId ?? ""))) : 0, group.Count(), group.Min(d => d.At), group.Max(d => d.At),
                    Digest.OfText(string.Join('\n', group.Select(d => FormattableString.Invariant($"{d.At:O} {d.PersonId} {d.Allowed}")))).Hex));
            }
            return groups.Count;
        }, ct);
        if (done.IsOk) for (var i = 0; i < taken.Length; i++) decisions.TryDequeue(out _);
        return done;
    }
}
