using System.Collections.Frozen;

namespace Sekisho.Platform.Ledger;

/// <summary>Every audit record name the registered modules own.</summary>
internal sealed class AuditNames(IEnumerable<ModuleSchema> modules)
{
    private readonly FrozenSet<string> names = modules.SelectMany(m => m.AuditNames).ToFrozenSet(StringComparer.Ordinal);

    public void Require(string name)
    {
        if (!names.Contains(name)) throw new InvalidOperationException($"No module's audit names contain '{name}'.");
    }
}
