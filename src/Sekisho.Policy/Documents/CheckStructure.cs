using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Policy.Documents;

/// <summary>The check as a command of its own, for the daily feed and for whoever drives a simulated clock.</summary>
public static class CheckStructure
{
    public static Task<Result<bool>> RunAsync(CommandRunner commands, Guid commandId, CancellationToken ct) =>
        commands.RunAsync<bool>(commandId, "policy.structure.check", Actor.Service("policy"), async (work, inner) =>
        {
            await StructureCheck.WriteAsync(work, inner);
            return true;
        }, ct);
}
