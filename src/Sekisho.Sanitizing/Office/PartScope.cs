using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Office;

/// <summary>What the filter of one part may ask for: where it is, what its relationships became, where to write findings.</summary>
internal sealed class PartScope(PackageRebuilder package, string part, IReadOnlyDictionary<string, OpcRel> rels)
{
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly List<(string Id, string Type, string Target, bool External)> written = [];

    internal string Part => part;
    internal OfficeApp App => package.App;
    internal FilePolicy Policy => package.Context.Policy;
    internal FindingLog Log => package.Log;
    internal PackageRebuilder Package => package;
    internal IReadOnlyList<(string Id, string Type, string Target, bool External)> Written => written;
    /// <summary>Field marks and instructions the field pass approved (OX-08).</summary>
    internal HashSet<XElem> Approved { get; } = new(ReferenceEqualityComparer.Instance);
    /// <summary>Shared formulas whose master went, by index.</summary>
    internal HashSet<string> DroppedShared { get; } = new(StringComparer.Ordinal);

    internal OpcRel? Rel(string id) => rels.GetValueOrDefault(id);

    /// <summary>The new Id for an old one; null when what it leads to is not written. The target is rebuilt on first use.</summary>
    internal string? Map(string id)
    {
        if (ids.TryGetValue(id, out var known)) return known.Length == 0 ? null : known;
        var kept = rels.TryGetValue(id, out var rel) && package.Follow(this, rel) is { } target ? Add(target.Type, target.Target, target.External) : null;
        ids[id] = kept ?? "";
        return kept;
    }

    /// <summary>Keeps the parts no element names: styles, theme, layouts of a master.</summary>
    internal void MapImplicit()
    {
        foreach (var rel in rels.Values)
            if (!ids.ContainsKey(rel.Id) && !rel.IsExternal && PartRule.Find(App, rel.Type) is { Implicit: true }) Map(rel.Id);
    }

    /// <summary>Says what the relationships that led nowhere were.</summary>
    internal void ReportDropped()
    {
        foreach (var rel in rels.Values)
        {
            if (ids.GetValueOrDefault(rel.Id) is { Length: > 0 }) continue;
            package.Embedded(rel);
            var rule = DroppedRel.Rule(rel);
            if (rule.Length == 0 || !rel.IsExternal && PartRule.Find(App, rel.Type) is not null && package.IsWritable(rel)) continue;
            if (rel is { IsExternal: true, Type: "hyperlink" } && LinkGuard.Allowed(rel.Target, out _) is not null)
            {
                Log.Add("OX-07", FindingAction.Rewritten, part, 1, ("target", Show.Defanged(rel.Target)));
                continue;
            }
            Log.Add(rule, DroppedRel.IsTidy(rule) ? FindingAction.Kept : FindingAction.Removed, part.Length == 0 ? "package" : part, 1,
                rel.IsExternal ? [("kind", rel.Type), ("target", Show.Defanged(rel.Target)), ("scheme", Scheme(rel.Target))] : [("kind", rel.Type), ("name", rel.Part)]);
        }
    }

    private static string Scheme(string target)
    {
        LinkGuard.Allowed(target, out var scheme);
        return scheme;
    }

    private string Add(string type, string target, bool external)
    {
        var id = "rId" + Show.Number(written.Count + 1);
        written.Add((id, type, target, external));
        return id;
    }
}
