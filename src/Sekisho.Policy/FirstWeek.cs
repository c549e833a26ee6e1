using Sekisho.Shell;

namespace Sekisho.Policy;

/// <summary>The steps of the first week that belong to the policy (rule M10): its text and its scope.</summary>
internal static class FirstWeek
{
    public static IReadOnlyList<SetupStep> Steps { get; } =
    [
        new(6, "/policy", (read, ct) => SetupCount.OfAsync(read, "select count(*) from policy.edition where is_current", null, ct)),
        new(7, "/policy/scope", (read, ct) => SetupCount.OfAsync(
            read, "select count(*) from policy.scope_entry where confirm_state = 'confirmed'", "select count(*) from policy.scope_entry where confirm_state <> 'confirmed'", ct)),
    ];
}
