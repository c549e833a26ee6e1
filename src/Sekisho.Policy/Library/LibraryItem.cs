using Sekisho.Policy.Documents;

namespace Sekisho.Policy.Library;

/// <summary>One document with all its page shows.</summary>
public sealed record LibraryItem(DocumentRow Document, DocumentRow? Parent, IReadOnlyList<EditionRow> Editions, IReadOnlyList<JointDecisionRow> Decisions,
    IReadOnlyList<PublicationRow> Publications, IReadOnlyList<LawReferenceRow> Laws, IReadOnlyList<Enactor> Enactors, IReadOnlyDictionary<string, string> Organs,
    DistributionRow? Sent, IReadOnlyDictionary<(string, int), Answers> Counts)
{
    public EditionRow? Current => Editions.FirstOrDefault(e => e.IsCurrent);
    /// <summary>The draft that can be decided on and published; null when there is none.</summary>
    public EditionRow? Draft => Editions.FirstOrDefault(e => e.PublicationState == EditionRow.Draft);
    /// <summary>Of the current edition; null before it was sent.</summary>
    public Answers? Answers => Current is { } edition ? Counts.GetValueOrDefault((Document.Id, edition.Version)) : null;
}
