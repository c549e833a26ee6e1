using Sekisho.Kernel;
using Sekisho.Organisation.Model;
using Sekisho.Organisation.Walls;

namespace Sekisho.Organisation.Roles;

/// <summary>How a role is to be filled from a day on; see <see cref="Charge"/> for the fields.</summary>
public sealed record NewCharge(string OrganCode, IReadOnlyList<string> UnitClasses, string Filling, string Filler, bool Several, string Basis, DateOnly ValidFrom)
{
    internal Result<Roster> Add(Roster roster, string localName, string role, OrganWall wall)
    {
        var cityWide = OrganCode == Organ.CityWide;
        if (cityWide ? !wall.OpensAll : !wall.Opens(OrganCode) || roster.Organs.All(o => o.Code != OrganCode))
            return new Refusal("charge.organ", "その機関の役割は決められません。", "その機関の担当者に頼んでください。") { Field = "organ" };
        if (!Charge.Fillings.Contains(Filling, StringComparer.Ordinal)) return new Refusal("charge.filling", "充て方が選ばれていません。", "充て方を選んでください。") { Field = "filling" };
        if (Filler.Length == 0 || (Filling == Charge.ByPost && roster.Posts.All(p => p.Code != Filler)))
            return new Refusal("charge.filler", "充てる先が選ばれていません。", "職か役割を選んでください。") { Field = "filler" };
        var classes = string.Join(';', UnitClasses);
        var id = Charge.IdOf(OrganCode, role, classes, Filling, Filler);
        var was = roster.Charges.FirstOrDefault(c => c.Id == id);
        var row = new Charge(id, OrganCode, role, localName, Basis, classes, Filling, Filler, Several, was?.Sort ?? roster.Charges.Count + 1, ValidFrom, null, was?.RowVersion ?? 1);
        return roster with { Charges = [.. roster.Charges.Where(c => c.Id != id), row] };
    }
}
