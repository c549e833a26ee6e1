namespace Sekisho.Conformity.Rules;

/// <summary>The verdict rule of one control as data.</summary>
/// <param name="Reason">Why the rule reads the catalogue's sentence in this way.</param>
/// <param name="Order">0 with all others; 1 and 2 after all others, in this order (shared rule 9).</param>
/// <param name="Clauses">Empty when only <paramref name="Gates"/> are known so far: the control is then 未確認 unless a gate decides.</param>
public sealed record Rule(
    string Control,
    string Reason,
    int Order,
    IReadOnlyList<SettingGate> Gates,
    TargetSource? Targets,
    IReadOnlyDictionary<string, FactSet> Sets,
    IReadOnlyList<VerdictClause> Clauses)
{
    public bool IsBuilt => Clauses.Count > 0;

    /// <summary>Every fact name the rule reads.</summary>
    public IEnumerable<string> FactNames => Sets.Values.SelectMany(s => s.Facts).Concat(Targets?.Arrived ?? []).Distinct(StringComparer.Ordinal);
}
