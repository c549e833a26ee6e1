using Sekisho.Organisation.Model;
using Sekisho.Organisation.Roles;
using Sekisho.Shell.Language;

namespace Sekisho.Organisation.Screens;

/// <summary>Something about the roles that a person must settle: an empty seat, or one person on two seats that control each other.</summary>
/// <param name="Href">Where it is settled; null when only the naming person can.</param>
internal sealed record Concern(string Title, string Text, string? Href, string Act)
{
    // Who audits must not answer for what is audited (ORG-09).
    private static readonly string[] Audited = ["DEPT_HEAD", "SECT_HEAD", "SYS_OWNER", "SYS_ADMIN"];

    public static IReadOnlyList<Concern> Of(OrganisationPage page, IReadOnlyList<RoleLine> lines, Words words)
    {
        var today = lines.SelectMany(l => l.Holders).ToList();
        var vacant = lines.SelectMany(l => l.Vacant.Select(v => Empty(page, l, v, words)));
        var both = from audits in today.Where(h => h.Role == "AUDITOR")
                   from answers in today.Where(h => h.PersonId == audits.PersonId && Audited.Contains(h.Role, StringComparer.Ordinal))
                   select new Concern(page.ShowName(audits.PersonId),
                       words["organisation.concern.both", page.RoleName(audits.Role), page.RoleName(answers.Role)], null, "");
        return [.. vacant, .. both.Distinct()];
    }

    private static Concern Empty(OrganisationPage page, RoleLine line, Vacancy vacancy, Words words)
    {
        var place = page.PlaceOf(vacancy.Seat);
        var title = place.Length == 0 ? line.LocalName : words["organisation.seat", place, line.LocalName];
        var since = words["organisation.concern.since", words.Day(vacancy.Since)];
        if (vacancy.ActingPersonId.Length > 0) since += words["organisation.concern.acting", page.ShowName(vacancy.ActingPersonId)];
        var seat = $"role={vacancy.Role}&organ={vacancy.OrganCode}&unit={vacancy.UnitId}";
        return line.Charges.All(c => c.Filling == Charge.ByNomination)
            ? new Concern(title, since, "/organization/nominate?" + seat, words["organisation.nominate.act"])
            : new Concern(title, since, page.Opens(vacancy.Seat) ? "/organization/deputy?" + seat : null, words["organisation.deputy.act"]);
    }
}
