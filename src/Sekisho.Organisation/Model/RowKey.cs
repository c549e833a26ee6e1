using System.Globalization;

namespace Sekisho.Organisation.Model;

/// <summary>What identifies a row inside its table: the same columns as the primary key.</summary>
internal static class RowKey
{
    public static string Of(object row) => row switch
    {
        Organ r => r.Code,
        Unit r => r.Id,
        UnitSuccession r => Join(r.UnitId, r.SuccessorId),
        Post r => r.Code,
        PostTrait r => Join(r.PostCode, r.Trait, Day(r.ValidFrom)),
        Person r => r.Id,
        PersonState r => Join(r.PersonId, Day(r.ValidFrom)),
        Tenure r => Join(r.PersonId, r.PostCode, Day(r.ValidFrom)),
        Charge r => r.Id,
        Nomination r => r.Id.ToString(),
        Deputy r => r.Id.ToString(),
        RoleProposal r => r.LocalName,
        TargetAssignment r => Join(r.TargetKind, r.TargetId, Day(r.ValidFrom)),
        OrganOpening r => Join(r.OrganCode, r.OpenedTo, Day(r.ValidFrom)),
        _ => throw new ArgumentException($"{row.GetType().Name} is no row of the roster.", nameof(row)),
    };

    private static string Join(params string[] parts) => string.Join('\u001f', parts);
    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
