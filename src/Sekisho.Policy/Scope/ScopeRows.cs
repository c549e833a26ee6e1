using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Policy;
using Sekisho.Platform.Registries;

namespace Sekisho.Policy.Scope;

internal static class ScopeRows
{
    /// <summary>What the pack says of scope and routes. A body whose code or name is that of an organ is tied to it; the person may change that.</summary>
    public static IReadOnlyList<ScopeRow> Of(Pack pack, IReadOnlyList<Subject> organs, IdSource ids)
    {
        var rows = pack.Scope.Select(e => new ScopeRow
        {
            Id = ids.Next(),
            PackCode = pack.Code,
            Dimension = e.Dimension,
            Code = e.Code,
            Name = e.Name,
            Position = 0,
            Path = e.Path,
            OrganCode = ScopeRow.IsOrgan(e.Dimension) ? OrganOf(e, organs) : null,
            InScope = e.InScope ?? false,
            Classes = [.. e.Classes],
            ConfirmState = e.InScope is null ? ScopeRow.Missing : ScopeRow.Pending,
        }).Concat(pack.Routes.Select(r => new ScopeRow
        {
            Id = ids.Next(),
            PackCode = pack.Code,
            Dimension = ScopeRow.Route,
            Code = r.Kind + ":" + r.From + ">" + r.To,
            Name = ZoneName(pack, r.From) + "→" + ZoneName(pack, r.To),
            Position = 0,
            Path = r.Path,
            SrcZone = r.From,
            DstZone = r.To,
            InScope = true,
            ConfirmState = ScopeRow.Pending,
        })).ToList();
        for (var i = 0; i < rows.Count; i++) rows[i].Position = i;
        return rows;
    }

    /// <summary>
    /// What the ledger is told of an entry: the entry itself, and each class of persons it stands for under the class's own code. A body that no organ of the
    /// organisation answers to yet stands under its own code: the text names it all the same.
    /// </summary>
    public static IEnumerable<ScopeConfigured> Facts(ScopeRow row, DateTimeOffset now) => row.Classes.Prepend(row.Code).Select(code => new ScopeConfigured(
        row.Dimension, code, ScopeRow.IsOrgan(row.Dimension) ? row.OrganCode ?? row.Code : null, row.SrcZone, row.DstZone,
        row.ConfirmState is ScopeRow.Missing or ScopeRow.Removed ? null : row.InScope, null, row.ConfirmState, row.Path, now));

    private static string ZoneName(Pack pack, string code) => pack.Zones.FirstOrDefault(z => z.Code == code)?.LocalName ?? code;

    private static string? OrganOf(ScopeEntry entry, IReadOnlyList<Subject> organs) =>
        organs.FirstOrDefault(o => string.Equals(o.Target.Id, entry.Code, StringComparison.OrdinalIgnoreCase) || o.Label == entry.Name)?.Target.Id;
}
