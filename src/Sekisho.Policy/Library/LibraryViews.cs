using Sekisho.Policy.Documents;

namespace Sekisho.Policy.Library;

/// <summary>An edition without its text.</summary>
public sealed record EditionHead(string DocumentId, int Version, string PublicationState, DateOnly? EnactedOn, DateOnly? EffectiveOn, string? Number);

/// <summary>How many were asked and how many of them confirmed.</summary>
public sealed record Answers(int Asked, int Done)
{
    /// <summary>Whole percent, rounded down: 100 only when nobody is missing.</summary>
    public int Percent => Asked == 0 ? 0 : Done * 100 / Asked;
}

public sealed record LibraryRow(DocumentRow Document, EditionHead? Edition, Answers? Answers);

/// <summary>A body in whose name the policy is set; without an organ code nobody has tied it to one yet.</summary>
public sealed record Enactor(string? OrganCode, string Name);

public sealed record LibraryItem(DocumentRow Document, DocumentRow? Parent, IReadOnlyList<EditionRow> Editions, IReadOnlyList<JointDecisionRow> Decisions,
    IReadOnlyList<PublicationRow> Publications, IReadOnlyList<LawReferenceRow> Laws, IReadOnlyList<Enactor> Enactors, IReadOnlyDictionary<string, string> Organs,
    DistributionRow? Sent, IReadOnlyDictionary<(string, int), Answers> Counts)
{
    public EditionRow? Current => Editions.FirstOrDefault(e => e.IsCurrent);
    /// <summary>Of the current edition; null before it was sent.</summary>
    public Answers? Answers => Current is { } edition ? Counts.GetValueOrDefault((Document.Id, edition.Version)) : null;
}

/// <summary>Asked to confirm until <paramref name="DueOn"/>; done when <paramref name="At"/> is there.</summary>
public sealed record Asked(DateOnly DueOn, DateTimeOffset? At);

public sealed record ReadingView(DocumentRow Document, EditionRow? Edition, IReadOnlyList<ClauseRow> Clauses, Asked? Asked, bool MayRead);

public sealed record OpenConfirmation(string DocumentId, string Title, int Version, DateOnly DueOn);

public sealed record ReaderRow(RecipientRow Row, string Name, string Unit);
