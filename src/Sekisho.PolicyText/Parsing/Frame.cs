namespace Sekisho.PolicyText.Parsing;

/// <summary>An open clause and the paragraph of its parent in which its list stands (null: directly in the parent).</summary>
internal sealed record Frame(Draft Draft, Passage? Home);
