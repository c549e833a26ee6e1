using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Organisation;
using Sekisho.Organisation.Model;
using Sekisho.Organisation.Roles;
using Sekisho.Platform;
using Sekisho.Platform.Registries;

namespace Sekisho.Organisation.Store;

/// <summary>Brings what follows from the roster up to date: holdings, vacancies, the registries others read, and the facts about changes of each.</summary>
internal static class DerivedRoles
{
    /// <returns>Facts written: appointments, vacancies.</returns>
    public static async Task<(int Appointed, int Vacant)> SyncAsync(UnitOfWork work, OrganisationContext db, Roster roster, CancellationToken ct)
    {
        var today = JapanTime.Day(work.Now);
        var timeline = RoleDerivation.Timeline(roster);
        var names = LocalNames(roster);
        var appointed = await HoldingsAsync(work, db, timeline, names, ct);
        var vacant = await VacanciesAsync(work, db, RoleDerivation.VacanciesOn(roster, timeline, today), ct);
        await work.PutSubjectsAsync(SubjectRows.Of(roster, today), ct);
        await work.ReplaceLinksAsync(TargetKind.Unit, SubjectRows.ParentLink, SubjectRows.Parents(roster, today), ct);
        return (appointed, vacant);
    }

    private static async Task<int> HoldingsAsync(
        UnitOfWork work, OrganisationContext db, IReadOnlyList<Holding> timeline, Dictionary<Seat, string> names, CancellationToken ct)
    {
        var told = await db.Set<HoldingRow>().AsNoTracking().ToListAsync(ct);
        // The same person on the same seat from the same day on is the same appointment; only its end may move.
        var known = told.ToDictionary(r => r.AsHolding() with { ValidTo = null });
        var touched = new HashSet<string>(StringComparer.Ordinal);
        var facts = 0;
        foreach (var holding in timeline)
        {
            if (known.Remove(holding with { ValidTo = null }, out var row) && row.ValidTo == holding.ValidTo) continue;
            if (row is null) db.Add(HoldingRow.Of(work.Ids.Next(), holding));
            else db.Update(row with { ValidTo = holding.ValidTo });
            Tell(work, holding, names);
            touched.Add(holding.OrganCode);
            facts++;
        }
        foreach (var gone in known.Values)
        {
            db.Remove(gone);
            // It never was: an appointment that ends on the day it began.
            Tell(work, gone.AsHolding() with { ValidTo = gone.ValidFrom }, names);
            touched.Add(gone.OrganCode);
            facts++;
        }
        foreach (var organ in touched) await work.ReplaceRoleHoldersAsync(organ, [.. timeline.Where(h => h.OrganCode == organ).Select(Row)], ct);
        return facts;
    }

    private static async Task<int> VacanciesAsync(UnitOfWork work, OrganisationContext db, IReadOnlyList<Vacancy> vacant, CancellationToken ct)
    {
        var told = (await db.Set<VacancyRow>().AsNoTracking().ToListAsync(ct)).ToDictionary(r => r.AsVacancy().Seat);
        var facts = 0;
        foreach (var vacancy in vacant)
        {
            if (told.Remove(vacancy.Seat, out var row) && row == VacancyRow.Of(vacancy)) continue;
            if (row is null) db.Add(VacancyRow.Of(vacancy));
            else db.Update(VacancyRow.Of(vacancy));
            Tell(work, vacancy, null);
            facts++;
        }
        foreach (var filled in told.Values)
        {
            db.Remove(filled);
            Tell(work, filled.AsVacancy(), work.Now);
            facts++;
        }
        return facts;
    }

    private static void Tell(UnitOfWork work, Holding h, Dictionary<Seat, string> names) => work.Fact(new OrgRoleAppointed(
        h.Role, names.GetValueOrDefault(h.Seat) ?? names.GetValueOrDefault(new Seat(h.Role, "", "")), OrNull(h.Seat.IsCityWide ? "" : h.OrganCode), OrNull(h.UnitId),
        h.PersonId, OrNull(h.PostCode), h.Basis, OrNull(h.AppointedBy), h.ValidFrom, h.ValidTo));

    private static void Tell(UnitOfWork work, Vacancy v, DateTimeOffset? filled) => work.Fact(new OrgRoleVacant(
        v.Role, OrNull(v.Seat.IsCityWide ? "" : v.OrganCode), OrNull(v.UnitId), JapanTime.StartOf(v.Since), OrNull(v.ActingPersonId), filled));

    private static RoleHolder Row(Holding h) => new(
        new RoleCode(h.Role), h.OrganCode, OrNull(h.UnitId), h.PersonId, OrNull(h.PostCode), h.Basis, h.ValidFrom, h.ValidTo, h.IsActing);

    // By seat where the charge belongs to one, by role alone for the seats of units.
    private static Dictionary<Seat, string> LocalNames(Roster roster)
    {
        var names = new Dictionary<Seat, string>();
        foreach (var charge in roster.Charges)
        {
            names.TryAdd(new Seat(charge.Role, charge.OrganCode, ""), charge.LocalName);
            names.TryAdd(new Seat(charge.Role, "", ""), charge.LocalName);
        }
        return names;
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
