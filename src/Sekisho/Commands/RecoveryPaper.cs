using Npgsql;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Keys;

namespace Sekisho.Commands;

/// <summary>The recovery key, made at the first start and shown once: it belongs on paper in a sealed envelope (rule T11).</summary>
internal static class RecoveryPaper
{
    /// <summary>The text to write down; null when there has been one before.</summary>
    internal static async Task<string?> MakeOnceAsync(IServiceProvider services, CancellationToken ct)
    {
        await using (var read = await services.GetRequiredService<Database>().ReadAsync(ct))
        await using (var known = new NpgsqlCommand("select 1 from platform.recovery", read.Connection))
            if (await known.ExecuteScalarAsync(ct) is not null) return null;
        var keys = services.GetRequiredService<KeyFile>();
        var paper = RecoveryKey.New();
        var done = await services.GetRequiredService<CommandRunner>().RunAsync<bool>(
            services.GetRequiredService<IdSource>().Next(), "platform.key.escrow", Actor.Service("start"), async (work, token) =>
            {
                await RecoveryKey.StoreAsync(work, keys, paper, token);
                return true;
            }, ct);
        return done.IsOk ? paper : throw new InvalidOperationException(done.Refusals[0].ToString());
    }
}
