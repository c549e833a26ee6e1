using Sekisho.Kernel;

namespace Sekisho.Platform.Registries;

/// <summary>Who holds a role, where and when: derived by its owner, a plain row here (rule T3).</summary>
/// <param name="OrganCode">The organ the role is held in, or "city" for a role of the whole city.</param>
/// <param name="Basis">Stable code of why: by post, by nomination, acting.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">First day no longer; null = open.</param>
/// <param name="IsActing">True when the holder stands in for somebody.</param>
public sealed record RoleHolder(
    RoleCode Role, string OrganCode, string? UnitId, string PersonId, string? PostCode, string Basis, DateOnly ValidFrom, DateOnly? ValidTo, bool IsActing);
