using System.Text.Json;
using Sekisho.Kernel;
using Sekisho.Kernel.Ledger;

namespace Sekisho.Platform.Ledger;

/// <summary>The canonical bytes of a record (rule T5), written and read.</summary>
internal static class RecordBytes
{
    public static byte[] Write(PendingRecord record, int ordinal, UnitOfWork work, SideRow? side)
    {
        var value = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["actor"] = work.Actor.Code,
            ["command"] = work.CommandId,
            ["fact"] = record.IsFact,
            ["id"] = record.Id,
            ["name"] = record.Name,
            ["occurred"] = record.OccurredAt,
            ["ordinal"] = ordinal,
            ["payload"] = record.Payload,
            ["recorded"] = work.Now,
            ["source"] = work.CommandName,
            ["targets"] = record.Targets.Select(t => t.ToString()).ToList(),
            ["v"] = record.SchemaVersion,
        };
        if (side is not null)
            value["side"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["digest"] = side.SaltedDigest, ["fields"] = side.Fields };
        return CanonicalJson.Write(value);
    }

    /// <exception cref="JsonException">The bytes are not a record.</exception>
    public static SealedRecord Read(long leaf, ReadOnlyMemory<byte> canonical)
    {
        using var document = JsonDocument.Parse(canonical);
        var root = document.RootElement;
        return new SealedRecord(
            leaf, root.GetProperty("id").GetGuid(), Text(root, "name"), root.GetProperty("fact").GetInt32() != 0, root.GetProperty("v").GetInt32(),
            [.. Strings(root.GetProperty("targets")).Select(t => TargetRef.Parse(t) ?? throw new JsonException($"'{t}' is no target."))],
            Instant.Parse(Text(root, "occurred")), Instant.Parse(Text(root, "recorded")), Text(root, "source"),
            Payload(root.GetProperty("payload")),
            root.TryGetProperty("side", out var side) ? Strings(side.GetProperty("fields")) : []);
    }

    /// <summary>The salted digest of the record's erasable text; null when it has none.</summary>
    public static Digest? SideDigest(ReadOnlyMemory<byte> canonical)
    {
        using var document = JsonDocument.Parse(canonical);
        return document.RootElement.TryGetProperty("side", out var side) ? Digest.Parse(Text(side, "digest")) : null;
    }

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString() ?? throw new JsonException($"'{name}' is null.");

    private static string[] Strings(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString() ?? "")];

    private static Dictionary<string, object> Payload(JsonElement map)
    {
        var payload = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var member in map.EnumerateObject())
            payload[member.Name] = member.Value.ValueKind switch
            {
                JsonValueKind.String => member.Value.GetString()!,
                JsonValueKind.Number => member.Value.GetInt64(),
                JsonValueKind.Array => Strings(member.Value),
                _ => throw new JsonException($"Payload field '{member.Name}' has a form the ledger does not write."),
            };
        return payload;
    }
}
