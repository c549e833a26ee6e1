namespace Sekisho.Policy.Library;

/// <summary>Which document a text is the next edition of, and what a person says of it. Dates null: for the policy, those of its pack.</summary>
public sealed record EditionTarget(string DocumentId, string? Number = null, DateOnly? EnactedOn = null, DateOnly? EffectiveOn = null, bool Publish = true);
