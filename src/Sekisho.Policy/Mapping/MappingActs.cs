using System.Globalization;

namespace Sekisho.Policy.Mapping;

/// <summary>What holds after all acts so far: the last act about a sentence that nobody undid.</summary>
public sealed class MappingActs
{
    private readonly Dictionary<(string, int), MappingChoice> decided = [];
    private readonly Dictionary<(string, int), int> touched = [];
    private readonly Dictionary<string, MappingChoice> reasons = new(StringComparer.Ordinal);

    /// <param name="rows">All acts on all editions of the document.</param>
    /// <param name="edition">The edition that is worked on.</param>
    public MappingActs(IReadOnlyList<MappingActRow> rows, Guid edition)
    {
        var undone = rows.Where(r => r.Undoes is not null).Select(r => r.Undoes!.Value).ToHashSet();
        foreach (var row in rows.Where(r => r.EditionId != edition && r.Kind == MappingActRow.Exclude && !undone.Contains(r.Id)))
            foreach (var choice in MappingChoice.Read(row.Choices)) reasons[choice.Digest] = choice;
        Here = [.. rows.Where(r => r.EditionId == edition).OrderBy(r => r.Position)];
        var byId = Here.ToDictionary(r => r.Id, r => MappingChoice.Read(r.Choices));
        foreach (var row in Here)
        {
            foreach (var choice in byId[row.Undoes ?? row.Id]) touched[(choice.Path, choice.Number)] = row.Position;
            if (row.Kind == MappingActRow.Undo || undone.Contains(row.Id)) continue;
            Last = row;
            foreach (var choice in byId[row.Id]) decided[(choice.Path, choice.Number)] = choice;
        }
        GivenIds = byId.Values.SelectMany(c => c).Select(c => c.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        AllIds = [.. GivenIds, .. rows.Where(r => r.EditionId != edition).SelectMany(r => MappingChoice.Read(r.Choices)).Select(c => c.Id).OfType<string>()];
        Undone = undone;
    }

    /// <summary>The acts on this edition, oldest first.</summary>
    public IReadOnlyList<MappingActRow> Here { get; }
    public IReadOnlySet<Guid> Undone { get; }
    /// <summary>The newest act that holds: what undo takes back. Null when there is none.</summary>
    public MappingActRow? Last { get; }
    /// <summary>Position of the newest act, undone or not; 0 before the first.</summary>
    public int Position => Here.Count == 0 ? 0 : Here[^1].Position;
    /// <summary>Ids of obligations ever given out on this edition: those not confirmed any more leave the pack again.</summary>
    public IReadOnlySet<string> GivenIds { get; }
    /// <summary>Ids ever given out on any edition.</summary>
    public IReadOnlyList<string> AllIds { get; }
    public IReadOnlyCollection<MappingChoice> Decided => decided.Values;

    public MappingChoice? Of(string path, int number) => decided.GetValueOrDefault((path, number));

    /// <summary>Why the same words were no obligation in an earlier edition.</summary>
    public MappingChoice? Reason(string digest) => reasons.GetValueOrDefault(digest);

    /// <summary>Position of the newest act about the sentence; 0 when nobody has looked.</summary>
    public int TouchedAt(string path, int number) => touched.GetValueOrDefault((path, number));

    /// <summary>The next free number of an obligation, behind those of the pack and all that were ever given out.</summary>
    public int NextNumber(IEnumerable<string> packIds) =>
        1 + packIds.Concat(AllIds).Select(id => int.TryParse(id[(id.LastIndexOf('-') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).DefaultIfEmpty(0).Max();
}
