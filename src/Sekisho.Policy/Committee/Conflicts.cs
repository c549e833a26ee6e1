using Sekisho.Kernel;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Exceptions;

namespace Sekisho.Policy.Committee;

/// <summary>除斥: who asked for an exception, and the heads of the unit it is for, do not vote on it.</summary>
internal static class Conflicts
{
    /// <param name="holders">All role holders on the day of the meeting.</param>
    public static IReadOnlySet<string> Of(ExceptionRow? exception, IReadOnlyList<RoleHolder> holders) => exception is null ? new HashSet<string>(StringComparer.Ordinal)
        : holders.Where(h => h.UnitId is not null && h.UnitId == exception.UnitId && (h.Role == RoleCode.SectHead || h.Role == RoleCode.DeptHead)).Select(h => h.PersonId).Append(exception.RequestedBy).ToHashSet(StringComparer.Ordinal);
}
