namespace Sekisho.Organisation.Model;

/// <summary>代理 for a seat, for a stated time, because its holder cannot act (事故) or there is none (欠員).</summary>
/// <param name="UnitId">The unit of the seat; empty for an organ's or the city's seat.</param>
/// <param name="Reason">accident or vacancy.</param>
public sealed record Deputy(
    Guid Id, string Role, string OrganCode, string UnitId, string PersonId, string Reason, DateOnly ValidFrom, DateOnly ValidTo, int RowVersion = 1)
{
    public const string Accident = "accident";
    public const string Vacancy = "vacancy";

    internal Period Period => new(ValidFrom, ValidTo);
}
