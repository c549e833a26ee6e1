namespace Sekisho.Policy.Library;

/// <summary>One person of a distribution with name and unit.</summary>
public sealed record ReaderRow(RecipientRow Row, string Name, string Unit);
