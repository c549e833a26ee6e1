namespace Sekisho.Conformity.Rules;

/// <summary>A set read once for each item of a list field, with the item in the field <paramref name="As"/>.</summary>
public sealed record ListItem(string Field, string As);
