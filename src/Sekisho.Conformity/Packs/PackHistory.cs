namespace Sekisho.Conformity.Packs;

/// <summary>enacted, amended, effective, supersedes …, with the date as written in the pack and the number of a rule where there is one.</summary>
public sealed record PackHistory(string Event, string Date, string? Number);
