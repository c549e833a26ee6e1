using Sekisho.Organisation.Roles;

namespace Sekisho.Organisation.Store;

/// <summary>An open vacancy as the ledger was last told of it.</summary>
internal sealed record VacancyRow(string Role, string OrganCode, string UnitId, DateOnly Since, string ActingPersonId)
{
    public static VacancyRow Of(Vacancy v) => new(v.Role, v.OrganCode, v.UnitId, v.Since, v.ActingPersonId);

    public Vacancy AsVacancy() => new(Role, OrganCode, UnitId, Since, ActingPersonId);
}
