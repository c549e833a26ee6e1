using Sekisho.Organisation.Model;
using Sekisho.Organisation.Roles;

namespace Sekisho.Organisation.Import;

/// <summary>What an import would do: the problems of every row, how many rows are new, changed and the same, and whose roles change.</summary>
public sealed record ImportPlan(
    Roster Next, RosterChanges Changes, IReadOnlyList<RowProblem> Problems, IReadOnlyList<ImportCount> Counts, IReadOnlyList<RoleChange> RoleChanges)
{
    /// <summary>Rows that cannot be taken; an import with any of them changes nothing.</summary>
    public IEnumerable<RowProblem> Errors => Problems.Where(p => !p.IsWarning);
    public bool CanApply => !Errors.Any() && Counts.Count > 0;
}
