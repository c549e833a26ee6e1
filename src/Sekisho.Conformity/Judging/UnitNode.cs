namespace Sekisho.Conformity.Judging;

/// <summary>A unit that exists on the day of the judgement.</summary>
public sealed record UnitNode(string Id, string OrganCode, string? ParentId, string UnitClass);
