using Sekisho.Organisation.Model;
using Sekisho.Organisation.Roles;
using Sekisho.Shell.Language;

namespace Sekisho.Organisation.Screens;

/// <summary>How a charge fills its seats, in words: 副市長, 各部・事務局の長, 情報セキュリティ管理者の指名.</summary>
internal static class FillingWords
{
    public static string Of(Charge charge, RosterView view, DateOnly day, Words words, Func<string, string> roleName)
    {
        var classes = string.Join(words["organisation.join"], charge.UnitClasses.Select(c => words["organisation.unit-class." + c]));
        return charge.Filling switch
        {
            Charge.ByPost => view.Post(charge.Filler)?.Name ?? charge.Filler,
            Charge.ByNomination => words["organisation.filling.named", roleName(charge.Filler)],
            _ when charge.IsPerUnit && charge.Filler == PostTrait.Head => words["organisation.filling.heads", classes],
            _ when charge.IsPerUnit => words["organisation.filling.trait-in", classes, charge.Filler],
            _ => Posts(charge, view, day) is { Length: > 0 } posts ? posts : words["organisation.filling.trait", charge.Filler],
        };
    }

    private static string Posts(Charge charge, RosterView view, DateOnly day) => string.Join("、", view.PostsWith(charge.Traits)
        .Where(p => p.Period.Contains(day) && view.PeriodsWith(p.Code, charge.Traits).Any(t => t.Contains(day))).Select(p => p.Name).Distinct(StringComparer.Ordinal));
}
