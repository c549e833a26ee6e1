namespace Sekisho.Policy.Board;

/// <summary>One column of the board: the whole city (no organ), an organ, or a top unit with everything below it.</summary>
/// <param name="Key">city, organ:CODE or unit:ID; also the address of a cell.</param>
/// <param name="Units">The units the column answers for; empty for city and organ.</param>
public sealed record BoardColumn(string Key, string Label, string? OrganCode, IReadOnlyList<string> Units)
{
    public const string CityKey = "city";
}
