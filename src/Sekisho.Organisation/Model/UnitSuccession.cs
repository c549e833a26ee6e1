namespace Sekisho.Organisation.Model;

/// <summary>A unit that went on as another: renamed (one to one), split (one to many), merged (many to one).</summary>
public sealed record UnitSuccession(string UnitId, string SuccessorId, int RowVersion = 1);
