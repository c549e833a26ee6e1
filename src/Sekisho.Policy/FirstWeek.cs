using Sekisho.Shell;

namespace Sekisho.Policy;

/// <summary>The steps of the first week that belong to the policy (rule M10): its text, its scope and the values of its rules.</summary>
internal static class FirstWeek
{
    public static IReadOnlyList<SetupStep> Steps { get; } =
    [
        new(6, "/policy", (read, ct) => SetupCount.OfAsync(read, "select count(*) from policy.edition where is_current", null, ct)),
        new(7, "/policy/scope", (read, ct) => SetupCount.OfAsync(
            read, "select count(*) from policy.scope_entry where confirm_state = 'confirmed'", "select count(*) from policy.scope_entry where confirm_state <> 'confirmed'", ct)),
        // Every value somebody decided on, with its basis; how many there are depends on the pack, so the rest is counted on the page.
        new(8, "/policy/parameters", (read, ct) => SetupCount.OfAsync(read,
            "select count(distinct (control_id, name)) from policy.parameter_change where approved_at is not null",
            "select count(distinct (control_id, name)) from policy.parameter_change c where approved_at is null and not exists (select 1 from policy.parameter_change d where d.control_id = c.control_id and d.name = c.name and d.approved_at is not null)", ct)),
    ];
}
