using Npgsql;
using Sekisho.Platform;
using Sekisho.Platform.Keys;
using Sekisho.Platform.Workers;

namespace Sekisho.Hosting;

/// <summary>Asks the parts of a running installation how they are.</summary>
internal sealed class HealthCheck(Database database, IWorkers workers, KeyFile keys, DataFolder folder, TimeProvider time)
{
    // The largest mail, its output and its texts.
    private const long LeastFreeBytes = 256L << 20;

    internal async Task<Health> AskAsync(CancellationToken ct)
    {
        var sandbox = workers.State;
        string[] details = [sandbox.IsUsable ? "" : string.Join(' ', sandbox.Violations.Append(sandbox.Detail)), keys.Trouble ?? ""];
        return new(
            await AnswersAsync(ct), await ScannerProcess.AnswersAsync(ScannerProcess.SocketOf(folder), time, ct), sandbox.IsUsable, keys.Trouble is null,
            new DriveInfo(folder.Root).AvailableFreeSpace > LeastFreeBytes, string.Join(" / ", details.Select(d => d.Trim()).Where(d => d.Length > 0)));
    }

    private async Task<bool> AnswersAsync(CancellationToken ct)
    {
        try
        {
            await using var read = await database.ReadAsync(ct);
            await using var command = new NpgsqlCommand("select 1", read.Connection);
            return await command.ExecuteScalarAsync(ct) is 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
