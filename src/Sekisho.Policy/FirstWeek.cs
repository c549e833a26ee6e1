using Microsoft.EntityFrameworkCore;
using Sekisho.Platform;
using Sekisho.Policy.Packs;
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
        new(8, "/policy/parameters", ParametersAsync),
    ];

    /// <summary>Values of the rules the policy is bound to: those somebody decided on, and those that still are the product's proposals.</summary>
    private static async Task<SetupState> ParametersAsync(ReadScope read, CancellationToken ct) =>
        await new PackLibrary(PackFolder.Shipped).AppliedAsync(read, ct) is { } applied ? await DecidedAsync(read, applied, ct) : new SetupState(0);

    /// <summary>How many values of the applied rules are decided and how many still are proposals.</summary>
    internal static async Task<SetupState> DecidedAsync(ReadScope read, AppliedPack applied, CancellationToken ct)
    {
        var used = applied.Pack.Obligations.SelectMany(o => o.Controls).ToHashSet(StringComparer.Ordinal);
        var all = applied.Catalogue.Controls.Where(c => used.Contains(c.Id)).SelectMany(c => c.Parameters.Keys.Select(p => c.Id + "." + p)).ToHashSet(StringComparer.Ordinal);
        var rows = await read.Context<DocumentsContext>().ParameterChanges.Where(p => p.ApprovedAt != null).Select(p => new { p.ControlId, p.Name }).ToListAsync(ct);
        var done = rows.Select(r => r.ControlId + "." + r.Name).Where(all.Contains).Distinct(StringComparer.Ordinal).Count();
        return new SetupState(done, all.Count - done);
    }
}
