using Microsoft.EntityFrameworkCore;

namespace Sekisho.Policy.Packs;

/// <summary>
/// Whether the ledger knows of the pack and the values that stand in the tables: a row somebody wrote past the act and its approval decides no verdict.
/// </summary>
internal static class PackWitness
{
    /// <param name="digest">As the row says.</param>
    /// <param name="content">The digest of the text that was really opened.</param>
    /// <param name="values">CONTROL.name=value.</param>
    /// <returns>The first thing the ledger has no record of; null when it knows all.</returns>
    public static async Task<string?> MissingAsync(DocumentsContext context, string digest, string content, IReadOnlyCollection<string> values, CancellationToken ct)
    {
        if (digest != content) return "pack " + content;
        var packs = await context.Database.SqlQuery<string>($"select body->'payload'->>'digest' as \"Value\" from platform.record where name = 'policy.pack.applied' and body->'payload' ? 'digest'").ToListAsync(ct);
        if (!packs.Contains(digest, StringComparer.Ordinal)) return "pack " + digest;
        if (values.Count == 0) return null;
        var set = (await context.Database.SqlQuery<string>($"""
            select (body->'payload'->>'control') || '.' || (body->'payload'->>'parameter') || '=' || (body->'payload'->>'value') as "Value" from platform.record where name = 'policy.parameter.set'
            """).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        return values.FirstOrDefault(v => !set.Contains(v)) is { } unknown ? "value " + unknown : null;
    }
}
