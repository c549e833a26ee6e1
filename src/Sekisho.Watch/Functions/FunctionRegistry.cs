using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Watch;
using Sekisho.Platform;

namespace Sekisho.Watch.Functions;

/// <summary>Registers safeguards and records tries of them; the only writer of both facts.</summary>
internal sealed class FunctionRegistry(CommandRunner commands, Database database, IdSource ids)
{
    private static readonly Actor Probe = Actor.Service("watch.probe");

    /// <summary>Registers the function if it is not yet known.</summary>
    public async Task EnsureAsync(string functionId, string systemId, string kind, CancellationToken ct)
    {
        await using (var read = await database.ReadAsync(ct))
            if (await read.Context<WatchContext>().SecurityFunctions.AnyAsync(f => f.FunctionId == functionId, ct)) return;
        var result = await commands.RunAsync<bool>(ids.Next(), "watch.function.register", Probe, (work, _) =>
        {
            work.Context<WatchContext>().Add(new SecurityFunction
            {
                FunctionId = functionId, SystemId = systemId, FunctionKind = kind, Own = true, RegisteredAt = work.Now,
            });
            work.Fact(new SecurityFunctionRegistered(FunctionId: functionId, SystemId: systemId, FunctionKind: kind, Own: true, At: work.Now));
            return Task.FromResult<Result<bool>>(true);
        }, ct);
        _ = result.Value;
    }

    /// <summary>Writes how a try went.</summary>
    public async Task RecordAsync(string functionId, CheckResult outcome, CancellationToken ct)
    {
        var result = await commands.RunAsync<bool>(ids.Next(), "watch.probe.mail", Probe, async (work, token) =>
        {
            var state = await work.Context<WatchContext>().SecurityFunctions.SingleAsync(f => f.FunctionId == functionId, token);
            var fact = RecordCheck.Decide(state, outcome, work.Now);
            RecordCheck.Apply(state, outcome, fact);
            work.Fact(fact);
            return true;
        }, ct);
        _ = result.Value;
    }

    public async Task<IReadOnlyList<SecurityFunction>> ListAsync(CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        return await read.Context<WatchContext>().SecurityFunctions.OrderBy(f => f.FunctionId).ToListAsync(ct);
    }
}
