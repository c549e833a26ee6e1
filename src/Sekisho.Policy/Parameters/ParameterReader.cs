using Microsoft.EntityFrameworkCore;
using Sekisho.Platform;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Parameters;

/// <summary>Values of the rules the city's policy is bound to.</summary>
internal sealed class ParameterReader(Database database, PackLibrary packs)
{
    public async Task<IReadOnlyList<ParameterLine>> ReadAsync(bool english, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        if (await packs.AppliedAsync(read, ct) is not { } applied) return [];
        var decided = (await read.Context<DocumentsContext>().ParameterChanges.Where(p => p.ApprovedAt != null).OrderBy(p => p.ApprovedAt).ToListAsync(ct))
            .GroupBy(p => p.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        var used = applied.Pack.Obligations.SelectMany(o => o.Controls).ToHashSet(StringComparer.Ordinal);
        return [.. applied.Catalogue.Controls.Where(c => used.Contains(c.Id)).SelectMany(c => c.Parameters.Values.Select(p =>
        {
            var row = decided.GetValueOrDefault(c.Id + "." + p.Name);
            return new ParameterLine(c.Id + "." + p.Name, english ? c.Title.En : c.Title.Ja, p.Default, p.Reason, applied.ParameterOf(c, p.Name), row?.Basis, row?.ApprovedAt);
        }))];
    }
}
