namespace Sekisho.Policy.Packs;

/// <summary>An obligation of the applied pack, for lists and article pages. Lists are joined with ",", places with ";".</summary>
internal sealed class ObligationRow
{
    public required string PackCode { get; init; }
    public required string Id { get; init; }
    public required int Position { get; set; }
    public required string Clause { get; set; }
    public required string Title { get; set; }
    public required string TextJa { get; set; }
    public required string TextEn { get; set; }
    public required string Place { get; set; }
    public required string Sentences { get; set; }
    public required string Strength { get; set; }
    public required string Roles { get; set; }
    public required string RoleState { get; set; }
    public required string Controls { get; set; }
    public string? Interval { get; set; }
    public string? IntervalSource { get; set; }
    public string? Note { get; set; }
    public int RowVersion { get; set; } = 1;
}
