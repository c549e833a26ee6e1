using Npgsql;
using NpgsqlTypes;
using Sekisho.Gate.Model;
using Sekisho.Platform;
using Sekisho.Platform.Decisions;
using Sekisho.Shell;
using Sekisho.Shell.Routing;
using Sekisho.Shell.Tables;

namespace Sekisho.Gate.Pages;

/// <summary>What the mail lists read: a fixed number of statements, whoever asks. Our own test mails are in no list.</summary>
internal sealed class MailLists(Database database, DecisionPoints decisions, GateOptions options)
{
    private const string Reach = "($1 or m.organs && $2 or m.recipients && $3 or m.units && $5) and not (m.recipients <@ $4)";
    private const string Match = "and ($6 = '' or m.subject ilike $7 or m.header_from ilike $7 or m.sender ilike $7 or array_to_string(m.recipients, ',') ilike $7)";
    private static readonly Dictionary<string, string> Orders = new(StringComparer.Ordinal) { ["received"] = "m.received_at", ["subject"] = "m.subject collate \"ja-x-icu\"", ["state"] = "m.state" };

    internal async Task<(IReadOnlyList<MailRow> Rows, int Total)> ListAsync(Current current, IReadOnlyList<string> states, TableView view, CancellationToken ct)
    {
        var parameters = await ParametersAsync(current, view.Filter("q"), states, ct);
        await using var read = await database.ReadAsync(ct);
        var where = $"from gate.mail m where {Reach} {Match} and (cardinality($8) = 0 or m.state = any($8))";
        await using var count = Command(read, "select count(*) " + where, parameters);
        var total = (int)(long)(await count.ExecuteScalarAsync(ct))!;
        await using var list = Command(read, $"""
            select m.id, m.received_at, m.state, m.hold_reason, m.subject, m.header_from, m.sender, array_to_string(m.recipients, ', '), m.outcome,
                   (select count(*) from gate.mail_part p where p.mail_id = m.id), (select count(*) from gate.mail_part p where p.mail_id = m.id and p.outcome in ('Held', 'Blocked'))
            {where} order by {Orders[view.Sort]} {(view.Descending ? "desc" : "asc")}, m.id offset {view.Offset} limit {view.Size}
            """, parameters);
        await using var reader = await list.ExecuteReaderAsync(ct);
        var rows = new List<MailRow>();
        while (await reader.ReadAsync(ct))
            rows.Add(new(reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), Text(reader, 3), reader.GetString(4), reader.GetString(5),
                reader.GetString(6), reader.GetString(7), (int)reader.GetInt64(9), (int)reader.GetInt64(10), Text(reader, 8)));
        return (rows, total);
    }

    /// <summary>How many of each state the person sees; of those received at or after <paramref name="since"/>, or of all.</summary>
    internal async Task<IReadOnlyDictionary<string, int>> CountsAsync(Current current, CancellationToken ct, DateTimeOffset? since = null)
    {
        var parameters = await ParametersAsync(current, "", [], ct);
        await using var read = await database.ReadAsync(ct);
        await using var command = Command(read, $"select m.state, count(*) from gate.mail m where {Reach} and m.received_at >= $6 group by 1", [.. parameters[..5], ((since ?? DateTimeOffset.UnixEpoch).UtcDateTime, NpgsqlDbType.TimestampTz)]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct)) counts[reader.GetString(0)] = (int)reader.GetInt64(1);
        return counts;
    }

    internal async Task<NavigationCount?> WaitingAsync(Current current, CancellationToken ct) =>
        new((await CountsAsync(current, ct)).GetValueOrDefault(MailState.Held));

    private async Task<(object Value, NpgsqlDbType Type)[]> ParametersAsync(Current current, string words, IReadOnlyList<string> states, CancellationToken ct)
    {
        var reach = await MailReach.OfAsync(current, decisions, ct);
        const NpgsqlDbType texts = NpgsqlDbType.Array | NpgsqlDbType.Text;
        var like = "%" + words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
        return
        [
            (reach.All, NpgsqlDbType.Boolean), (reach.Organs.ToArray(), texts), (reach.Addresses.ToArray(), texts), (options.Routes.Keys.Select(d => "probe@" + d).ToArray(), texts), (reach.Units.ToArray(), texts),
            (words, NpgsqlDbType.Text), (like, NpgsqlDbType.Text), (states.ToArray(), texts),
        ];
    }

    private static NpgsqlCommand Command(ReadScope read, string sql, (object Value, NpgsqlDbType Type)[] parameters)
    {
        var command = new NpgsqlCommand(sql, read.Connection);
        foreach (var (value, type) in parameters) command.Parameters.Add(new() { Value = value, NpgsqlDbType = type });
        return command;
    }

    private static string? Text(NpgsqlDataReader reader, int at) => reader.IsDBNull(at) ? null : reader.GetString(at);
}
