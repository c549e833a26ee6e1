using Sekisho.Conformity.Packs;

namespace Sekisho.Policy.Packs;

internal static class ObligationRows
{
    public static ObligationRow Of(string packCode, int position, Obligation o) => new()
    {
        PackCode = packCode,
        Id = o.Id,
        Position = position,
        Clause = o.Clause,
        Title = o.Title,
        TextJa = o.Text.Ja,
        TextEn = o.Text.En,
        Place = o.Place.Text,
        Sentences = string.Join(',', o.Sentences),
        Strength = o.Strength.ToString().ToLowerInvariant(),
        Roles = string.Join(',', o.Roles.Select(r => r.Value)),
        RoleState = o.RoleState.ToString().ToLowerInvariant(),
        Controls = string.Join(',', o.Controls),
        Interval = o.Interval,
        IntervalSource = o.IntervalSource,
        Note = o.Note,
    };

    public static void Copy(ObligationRow from, ObligationRow to)
    {
        (to.Position, to.Clause, to.Title, to.TextJa, to.TextEn) = (from.Position, from.Clause, from.Title, from.TextJa, from.TextEn);
        (to.Place, to.Sentences, to.Strength, to.Roles, to.RoleState) = (from.Place, from.Sentences, from.Strength, from.Roles, from.RoleState);
        (to.Controls, to.Interval, to.IntervalSource, to.Note) = (from.Controls, from.Interval, from.IntervalSource, from.Note);
    }
}
