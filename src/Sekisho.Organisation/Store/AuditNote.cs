using Sekisho.Kernel;

namespace Sekisho.Organisation.Store;

/// <summary>An audit record of this module: ids, codes and counts only.</summary>
internal sealed record AuditNote(string Name, IReadOnlyDictionary<string, object> Payload, IReadOnlyList<TargetRef> Targets)
{
    public static AuditNote Of(string name, IReadOnlyList<TargetRef> targets, params (string Key, object Value)[] payload) =>
        new(name, payload.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal), targets);
}
