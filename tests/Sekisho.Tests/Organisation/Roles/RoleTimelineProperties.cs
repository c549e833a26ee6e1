using FsCheck;
using FsCheck.Fluent;
using Sekisho.Organisation.Model;
using Sekisho.Organisation.Roles;

namespace Sekisho.Tests.Organisation.Roles;

/// <summary>The timeline against a plain evaluation of one day, written a second time here.</summary>
public class RoleTimelineProperties
{
    private static readonly DateOnly Start = new(2026, 4, 1);
    private static readonly string[] People = ["p1", "p2", "p3"], Posts = ["u1.head", "u2.head", "u1.staff", "top"], Units = ["u1", "u2"];

    private static readonly Gen<Period> Some =
        from first in Gen.Choose(0, 20)
        from length in Gen.Choose(0, 12)
        select new Period(Start.AddDays(first), length == 0 ? null : Start.AddDays(first + length));

    private static readonly Arbitrary<Roster> Cities = (
        from tenures in (from p in Gen.Elements(People) from post in Gen.Elements(Posts) from kind in Gen.Elements("main", "concurrent", "acting") from t in Some
                         select new Tenure(p, post, kind, t.From, t.To)).ListOf()
        from states in (from p in Gen.Elements(People) from s in Gen.Elements("active", "active", "on_leave") from t in Some select new PersonState(p, s, t.From, t.To)).ListOf()
        from traits in (from post in Gen.Elements(Posts) from trait in Gen.Elements("head", "oversees=x") from t in Some select new PostTrait(post, trait, t.From, t.To)).ListOf()
        from named in (from p in Gen.Elements(People) from u in Gen.Elements(Units) from t in Some select new Nomination(Guid.Empty, "SECT_OPERATOR", "o", u, p, "SECT_HEAD", "", t.From, t.To)).ListOf()
        from life in Some
        select new Roster
        {
            Organs = [new Organ("o", "機関", 1, Start, null)],
            Units = [new Unit("u1", "o", null, "section", "一課", null, 1, life.From, life.To), new Unit("u2", "o", "u1", "section", "二課", null, 2, Start, null)],
            Posts = [.. Posts.Select((p, i) => new Post(p, "o", p == "top" ? null : p[..2], p, i, Start, null))],
            Persons = [.. People.Select(p => new Person(p, p, p, "regular", "o", null, p))],
            States = [.. states], Tenures = [.. tenures], Traits = [.. traits], Nominations = [.. named],
            Charges =
            [
                Of("CISO", "", Charge.ByTrait, "head;oversees=x"), Of("SYS_ADMIN", "", Charge.ByPost, "top"),
                Of("SECT_HEAD", "section", Charge.ByTrait, "head"), Of("SECT_OPERATOR", "section", Charge.ByNomination, "SECT_HEAD"),
            ],
        }).ToArbitrary();

    [Fact]
    public void Every_day_of_the_timeline_is_what_that_day_says() => Prop.ForAll(Cities, city =>
    {
        var timeline = RoleDerivation.Timeline(city);
        return Days.All(day => timeline.Where(h => h.Period.Contains(day)).Select(Short).Order(StringComparer.Ordinal).SequenceEqual(Plain(city, day)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_seat_is_vacant_exactly_when_nobody_holds_it_in_full() => Prop.ForAll(Cities, city =>
    {
        var timeline = RoleDerivation.Timeline(city);
        return Days.All(day =>
        {
            var full = RoleDerivation.HoldersOn(city, day).Where(h => !h.IsActing).Select(h => h.Seat).ToHashSet();
            var vacant = RoleDerivation.VacanciesOn(city, timeline, day);
            return vacant.Select(v => v.Seat).Order().SequenceEqual(RoleDerivation.SeatsOn(city, day).Where(s => !full.Contains(s))) && vacant.All(v => v.Since <= day);
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Changes_seen_from_the_other_side_are_their_mirror() => Prop.ForAll(Cities, Cities, (before, after) =>
    {
        IReadOnlyList<Holding> old = RoleDerivation.Timeline(before), now = RoleDerivation.Timeline(after);
        var turns = RoleChange.Between(old, now);
        return RoleChange.Between(now, old).Select(c => c with { Gains = !c.Gains }).ToHashSet().SetEquals(turns)
            && RoleChange.Between(old, old).Count == 0
            && (turns.Count > 0 || SamePeriods(before, after));
    }).QuickCheckThrowOnFailure();

    private static bool SamePeriods(Roster before, Roster after) => Days.All(day =>
        RoleDerivation.HoldersOn(before, day).Select(h => (h.Seat, h.PersonId, h.IsActing)).ToHashSet().SetEquals(RoleDerivation.HoldersOn(after, day).Select(h => (h.Seat, h.PersonId, h.IsActing))));

    private static IEnumerable<DateOnly> Days => Enumerable.Range(-1, 36).Select(Start.AddDays);

    private static IOrderedEnumerable<string> Plain(Roster city, DateOnly day)
    {
        bool Active(string p) => city.States.Any(s => s.PersonId == p && s.State == "active" && On(s.ValidFrom, s.ValidTo));
        bool On(DateOnly from, DateOnly? to) => from <= day && (to is null || day < to);
        bool Has(string post, string trait) => city.Traits.Any(t => t.PostCode == post && t.Trait == trait && On(t.ValidFrom, t.ValidTo));
        var sits = city.Tenures.Where(t => On(t.ValidFrom, t.ValidTo) && Active(t.PersonId)).ToList();
        var units = city.Units.Where(u => On(u.ValidFrom, u.ValidTo)).Select(u => u.Id).ToList();
        var found = new List<string>();
        if (day >= Start)
        {
            foreach (var t in sits)
            {
                var acting = t.Kind == "acting";
                if (t.PostCode == "top") found.Add($"SYS_ADMIN  {t.PersonId} top {acting}");
                if (Has(t.PostCode, "head") && Has(t.PostCode, "oversees=x")) found.Add($"CISO  {t.PersonId} {t.PostCode} {acting}");
                if (t.PostCode != "top" && Has(t.PostCode, "head") && units.Contains(t.PostCode[..2])) found.Add($"SECT_HEAD {t.PostCode[..2]} {t.PersonId} {t.PostCode} {acting}");
            }
            foreach (var n in city.Nominations.Where(n => On(n.ValidFrom, n.ValidTo) && units.Contains(n.UnitId) && Active(n.PersonId)))
                if (city.Tenures.Any(t => t.PersonId == n.PersonId && On(t.ValidFrom, t.ValidTo) && t.PostCode != "top" && (t.PostCode[..2] == n.UnitId || n.UnitId == "u1")))
                    found.Add($"SECT_OPERATOR {n.UnitId} {n.PersonId}  False");
        }
        return found.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    private static string Short(Holding h) => $"{h.Role} {h.UnitId} {h.PersonId} {h.PostCode} {h.IsActing}";

    private static Charge Of(string role, string classes, string filling, string filler) =>
        new(role, "o", role, role, "", classes, filling, filler, true, 1, Start, null);
}
