using Sekisho.Conformity.Judging;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts;
using Sekisho.Kernel.Verdicts;
using Sekisho.Platform.Duties;
using Sekisho.Policy.Board;
using Sekisho.Policy.Documents;

namespace Sekisho.Policy.Duties;

/// <summary>
/// What a policy asks of the holders of its roles, for the one duty engine: to confirm each obligation as often as its interval says, to mend what is judged
/// and does not conform, to renew a statement before it ends. Pure.
/// </summary>
internal static class PolicyDuties
{
    public const string Source = "policy", Periodic = "policy/period/", Open = "policy/open/", Renewal = "policy/renew/";

    /// <summary>A statement is asked for again so many days before its end.</summary>
    private const int RenewalDays = 30;
    private const int DueDays = 10, RemindDays = 3;

    /// <summary>A condition stands until it ends, not until a period is over.</summary>
    private static readonly Cadence Standing = Cadence.Parse("P99Y")!.Value;

    public static IReadOnlyList<DutyDefinition> Of(DutyBasis basis)
    {
        var periodic = basis.Applied.Pack.Obligations.SelectMany((o, i) => PeriodicOf(basis, o, i)).ToList();
        var open = basis.Result.Obligations.SelectMany(o => Wrong(o).Select(c => (Obligation: o, Control: c))).DistinctBy(p => p.Control.Control.Id).SelectMany(p => OpenOf(basis, p.Obligation, p.Control));
        return [.. periodic.Concat(open).Concat(basis.Statements.SelectMany(s => RenewalOf(basis, s, periodic))).DistinctBy(d => d.Id)];
    }

    /// <summary>Who bears an obligation: its seats; where the text names none, the control's.</summary>
    public static IEnumerable<RoleCode> Bearers(Obligation obligation, Control control)
    {
        var seats = obligation.Roles.Where(HolderNames.IsSeat).ToList();
        return seats.Count > 0 ? seats : HolderNames.IsSeat(control.DefaultRole) ? [control.DefaultRole] : [RoleCode.Ciso];
    }

    /// <summary>Address of the form on which a role states how a control stands at the task's place.</summary>
    public static string StatementLink(Control control) => "/conformity/statements/new?control=" + control.Id + "&subject={place}";

    private static IEnumerable<DutyDefinition> PeriodicOf(DutyBasis basis, Obligation obligation, int position)
    {
        if (DutyPeriod.Of(obligation.Interval, position) is not { } period) yield break;
        var controls = obligation.Controls.Select(basis.Applied.Catalogue.Find).OfType<Control>().ToList();
        foreach (var role in obligation.Roles.Where(HolderNames.IsSeat))
        {
            // The statement answers where the bearer is the one who may sign it; else the bearer says on the task's page that it was confirmed.
            var stated = controls.Find(c => c.Attests == role);
            foreach (var (organ, units) in basis.SeatsOf(role))
                yield return new DutyDefinition($"{Periodic}{obligation.Id}/{role.Value}/{organ}", Source, $"{obligation.Clause}「{obligation.Title}」を確かめる", role,
                    units.Count > 0 ? DutyScope.Unit : DutyScope.Organ, organ, null, period.Cadence, period.FirstAfter(basis.Today), period.DueBusinessDays, period.RemindBusinessDays,
                    stated is null ? null : StatementLink(stated));
        }
    }

    /// <summary>What can be judged and stands wrong. What waits for a function that is not built, or is told by machines alone, is nobody's duty.</summary>
    public static IEnumerable<ControlResult> Wrong(ObligationResult obligation) => obligation.Controls.Where(c =>
        IsWrong(c.City) && c.Common?.Key is not (ReasonKeys.NoProducer or ReasonKeys.NoRule) && c.Control.Required.Any(f => FactSchema.Find(f)?.Arrival != FactArrival.Feed));

    public static bool IsWrong(Cell? cell) => cell is not null && cell.Verdict < Verdict.Exception;

    private static IEnumerable<DutyDefinition> OpenOf(DutyBasis basis, ObligationResult obligation, ControlResult control)
    {
        var (words, article) = ($"{obligation.Obligation.Clause}「{control.Control.Title.Ja}」を満たす", obligation.Obligation.Articles.First());
        foreach (var role in Bearers(obligation.Obligation, control.Control))
            foreach (var (organ, units) in basis.SeatsOf(role))
                foreach (var unit in units.Count == 0 ? [null] : units.Where(u => control.Units.Count == 0 || IsWrong(control.Units.GetValueOrDefault(u))).Cast<string?>())
                    if (unit is not null || control.Organs.Count == 0 || organ == DutyDefinition.WholeCity || IsWrong(control.Organs.GetValueOrDefault(organ)))
                        yield return new DutyDefinition($"{Open}{control.Control.Id}/{role.Value}/{organ}" + (unit is null ? "" : "/" + unit), Source, words, role,
                            unit is null ? DutyScope.Organ : DutyScope.Unit, organ, unit, Standing, basis.Today, DueDays, RemindDays, PolicyLink.Article(basis.Applied.DocumentId, article));
    }

    private static IEnumerable<DutyDefinition> RenewalOf(DutyBasis basis, Kernel.Ledger.SealedRecord statement, IReadOnlyList<DutyDefinition> periodic)
    {
        if (statement.Date("valid_to") is not { } end || end <= basis.Today || end > basis.Today.AddDays(RenewalDays)) yield break;
        if (basis.Applied.Catalogue.Find(statement.Text("control_id") ?? "") is not { } control) yield break;
        // Asked for at its own time anyhow.
        if (periodic.Any(d => d.Role == control.Attests && d.Link == StatementLink(control))) yield break;
        var subject = Conformity.Judging.Statements.SubjectOf(statement);
        foreach (var (organ, units) in basis.SeatsOf(control.Attests))
        {
            var unit = units.FirstOrDefault(u => TargetRef.Unit(u) == subject);
            if (subject.Kind == TargetKind.Unit ? unit is null : subject.Kind == TargetKind.Organ && subject.Id != organ) continue;
            yield return new DutyDefinition($"{Renewal}{control.Id}/{subject}/{organ}", Source, $"申告「{control.Title.Ja}」を更新する", control.Attests,
                unit is null ? DutyScope.Organ : DutyScope.Unit, organ, unit, Standing, basis.Today, DueDays, RemindDays,
                StatementLink(control).Replace("{place}", subject == TargetRef.City ? DutyDefinition.WholeCity : subject.ToString(), StringComparison.Ordinal));
        }
    }
}
