using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using NpgsqlTypes;

namespace Sekisho.Platform.Approvals;

/// <summary>A case with what surrounds it, as one row.</summary>
internal sealed record ApprovalRow(
    Guid Id, string SubjectKind, string SubjectId, string Title, string? Link, string? OrganCode, string? UnitId,
    IReadOnlyDictionary<string, string> Details, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt, int RowVersion, ApprovalCase Case, int? NumberYear = null, int? Number = null)
{
    internal const string Columns =
        "id, subject_kind, subject_id, title, link, organ_code, unit_id, details::text, created_at, ended_at, row_version, requester_id, state, round, current_step, steps::text, agreements::text, later_looks::text, number_year, number";
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public static ApprovalRow Read(NpgsqlDataReader r) => new(
        r.GetGuid(0), r.GetString(1), r.GetString(2), r.GetString(3), Maybe(r, 4), Maybe(r, 5), Maybe(r, 6),
        JsonSerializer.Deserialize<Dictionary<string, string>>(r.GetString(7))!, r.GetFieldValue<DateTimeOffset>(8),
        r.IsDBNull(9) ? null : r.GetFieldValue<DateTimeOffset>(9), r.GetInt32(10),
        new ApprovalCase(r.GetString(11), Enum.Parse<ApprovalState>(r.GetString(12), ignoreCase: true), r.GetInt32(13), r.GetInt32(14),
            JsonSerializer.Deserialize<List<ApprovalStep>>(r.GetString(15), Json)!, JsonSerializer.Deserialize<List<ApprovalAgreement>>(r.GetString(16), Json)!)
        {
            LaterLooks = JsonSerializer.Deserialize<List<LaterLook>>(r.GetString(17), Json)!,
        }, r.IsDBNull(18) ? null : r.GetInt32(18), r.IsDBNull(19) ? null : r.GetInt32(19));

    public static string StateCode(ApprovalState state) => state.ToString().ToLowerInvariant();

    public static NpgsqlParameter AsJson<T>(T value) => new() { Value = JsonSerializer.Serialize(value, Json), NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static string? Maybe(NpgsqlDataReader r, int at) => r.IsDBNull(at) ? null : r.GetString(at);
}
