using Sekisho.Conformity.Judging;
using Sekisho.Kernel;
using Sekisho.Kernel.Ledger;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Duties;

/// <summary>Everything the duties of a policy follow from, on one day.</summary>
/// <param name="Holders">Role holders of that day.</param>
/// <param name="Statements">The newest statement of each control and subject.</param>
internal sealed record DutyBasis(AppliedPack Applied, JudgeResult Result, IReadOnlyList<RoleHolder> Holders, IReadOnlyList<SealedRecord> Statements, DateOnly Today)
{
    /// <summary>Where a role is held: in units where it has seats in units, else once for the organ or the city.</summary>
    public IEnumerable<(string OrganCode, IReadOnlyList<string> Units)> SeatsOf(RoleCode role) => Holders.Where(h => h.Role == role)
        .GroupBy(h => h.OrganCode, StringComparer.Ordinal)
        .Select(g => (g.Key, (IReadOnlyList<string>)[.. g.Select(h => h.UnitId).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]))
        .OrderBy(p => p.Key, StringComparer.Ordinal);
}
