using Microsoft.EntityFrameworkCore;
using Sekisho.Conformity.Packs;
using Sekisho.Platform;

namespace Sekisho.Policy.Board;

/// <summary>A value a rule used, and on what ground it stands.</summary>
/// <param name="Basis">As it was written when the value was decided; null while nobody has decided on it.</param>
/// <param name="IsOfPack">The city's pack brought it; else it is the product's proposal.</param>
public sealed record ValueInForce(string Name, string Value, string Default, string? Reason, string? Basis, DateTimeOffset? Since, bool IsOfPack)
{
    /// <summary>The values of a control at the moment of a board, in one statement.</summary>
    internal static async Task<IReadOnlyList<ValueInForce>> OfAsync(ReadScope read, BoardSnapshot snapshot, Control control, CancellationToken ct)
    {
        var asOf = snapshot.Result.AsOf;
        var decided = (await read.Context<DocumentsContext>().ParameterChanges.Where(p => p.ControlId == control.Id && p.ApprovedAt != null && p.ApprovedAt <= asOf).OrderBy(p => p.ApprovedAt).ToListAsync(ct))
            .GroupBy(p => p.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        return [.. control.Parameters.Values.Select(p =>
        {
            var row = decided.GetValueOrDefault(p.Name);
            return new ValueInForce(p.Name, snapshot.Applied.ParameterOf(control, p.Name), p.Default, p.Reason, row?.Basis, row?.ApprovedAt, snapshot.Applied.Pack.Parameters.ContainsKey(control.Id + "." + p.Name));
        })];
    }
}
