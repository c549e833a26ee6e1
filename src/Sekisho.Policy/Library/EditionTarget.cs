namespace Sekisho.Policy.Library;

/// <summary>Which document a text is the next edition of, and what a person says of it. Dates null: for the policy, those of its pack.</summary>
public sealed record EditionTarget(string DocumentId, string? Number = null, DateOnly? EnactedOn = null, DateOnly? EffectiveOn = null, bool Publish = true)
{
    /// <summary>The text revises the one before: clauses may have moved, and what is bound to them follows.</summary>
    public bool IsRevision { get; init; }
}
