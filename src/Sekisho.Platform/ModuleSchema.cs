using System.Reflection;

namespace Sekisho.Platform;

/// <summary>What the ground must know of a module: its database schema, where its migrations are embedded, and which names it may write.</summary>
/// <param name="Name">Module name in lower case; also the name of its database schema.</param>
/// <param name="Assembly">The assembly with <c>Migrations/NNNN_name.sql</c> embedded.</param>
/// <param name="AuditNames">Audit record names (<c>module.noun.verb</c>) the module owns; the approved list in tests/ holds them all.</param>
/// <param name="UnrecordedTables">Tables (<c>schema.table</c>) without business state: caches, leases, rebuildable projections (rule T4).</param>
public sealed record ModuleSchema(string Name, Assembly Assembly, IReadOnlyList<string> AuditNames, IReadOnlyList<string> UnrecordedTables);
