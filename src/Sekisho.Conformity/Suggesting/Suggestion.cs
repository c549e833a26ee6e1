namespace Sekisho.Conformity.Suggesting;

/// <summary>A control proposed for a sentence. A person decides.</summary>
/// <param name="ControlId">Of the catalogue.</param>
/// <param name="Score">Share of all evidence for the sentence, 0 to 1; comparable within one sentence only.</param>
/// <param name="Reason">Why, in words for people.</param>
public sealed record Suggestion(string ControlId, double Score, string Reason);
