using Sekisho.Kernel;
using Sekisho.Organisation.Model;

namespace Sekisho.Organisation.Import;

/// <summary>充て職 and 指名.</summary>
internal static class ChargeRows
{
    private static readonly string[] CityWords = ["市", Model.Organ.CityWide];

    public static RowOutcome Charge(RowCells cells, ImportContext context)
    {
        var from = cells.Day("from");
        var organ = CityWords.Contains(cells.Text("organ"), StringComparer.Ordinal) ? Model.Organ.CityWide : cells.Code("organ");
        if (organ == Model.Organ.CityWide) context.RequireCity(cells);
        else context.RequireOrgan(cells, organ);
        var filling = cells.Choice("filling", ImportWords.Filling);
        var filler = string.Join(';', cells.List("filler").Select(f => filling == Model.Charge.ByTrait && f == "長" ? PostTrait.Head : f));
        var classes = string.Join(';', cells.List("unit_classes").Select(c => ImportWords.UnitClass.GetValueOrDefault(c, c)));
        foreach (var unknown in classes.Split(';', StringSplitOptions.RemoveEmptyEntries).Where(c => !UnitClasses.All.Contains(c, StringComparer.Ordinal)))
            cells.Wrong("unit_classes", $"部署区分「{unknown}」は一覧にありません。", "使える語: " + string.Join("、", ImportWords.UnitClass.Keys));
        RequireRole(cells, "role", cells.Text("role"));
        RequireFiller(cells, context, filling, filler);
        var id = Model.Charge.IdOf(organ, cells.Text("role"), classes, filling, filler);
        var was = context.State.Find<Charge>(id);
        return context.Put(cells, new Charge(id, organ, cells.Text("role"), cells.Name("local_name"), cells.Text("basis"), classes, filling, filler, cells.Flag("several"),
            was?.Sort ?? context.Next(), from, cells.DayAfter("to", "from", from), was?.RowVersion ?? 1), was is null);
    }

    public static RowOutcome Nomination(RowCells cells, ImportContext context)
    {
        var from = cells.Day("from");
        var organ = CityWords.Contains(cells.Text("organ"), StringComparer.Ordinal) ? Model.Organ.CityWide : cells.Code("organ");
        if (organ == Model.Organ.CityWide) context.RequireCity(cells);
        else context.RequireOrgan(cells, organ);
        string role = cells.Text("role"), unit = cells.Code("unit", needed: false), person = cells.Code("person"), by = cells.Text("named_by_role");
        RequireRole(cells, "role", role);
        RequireRole(cells, "named_by_role", by);
        if (unit.Length > 0 && context.State.Find<Unit>(unit)?.OrganCode is not { } of) cells.Wrong("unit", $"部署「{unit}」がありません。", "部署の表を確かめてください。");
        if (context.State.Find<Person>(person) is null) cells.Wrong("person", $"職員番号「{person}」の人がいません。", "人の表に行を加えるか、番号を直してください。");
        if (!context.State.All<Charge>().Any(c => c.Role == role && c.Filling == Model.Charge.ByNomination && c.Filler == by
            && (c.OrganCode == organ || (c.OrganCode == Model.Organ.CityWide && c.IsPerUnit)) && c.IsPerUnit == unit.Length > 0))
            cells.Warn("role", $"役割 {role} を {by} が指名する席がありません。", "充て職の表に指名の席を加えるまで、この指名は効きません。");
        var id = IdOf(role, organ, unit, person, from);
        var was = context.State.Find<Nomination>(id.ToString());
        return context.Put(cells, new Nomination(id, role, organ, unit, person, by, was?.NamedBy ?? "", from, cells.DayAfter("to", "from", from), was?.RowVersion ?? 1), was is null);
    }

    private static void RequireRole(RowCells cells, string key, string role)
    {
        if (role.Length is 0 or > 40 || role.Any(c => !char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c != '_'))
            cells.Wrong(key, $"役割「{role}」は役割の記号ではありません。", "CISO や SECT_HEAD のような記号で書いてください。");
    }

    private static void RequireFiller(RowCells cells, ImportContext context, string filling, string filler)
    {
        if (filler.Length == 0) cells.Wrong("filler", "充てる先が入っていません。", "職コード、属性、指名する役割のどれかを書いてください。");
        else if (filling == Model.Charge.ByPost && context.State.Find<Post>(filler) is null)
            cells.Wrong("filler", $"職「{filler}」がありません。", "職の表に行を加えるか、コードを直してください。");
        else if (filling == Model.Charge.ByNomination) RequireRole(cells, "filler", filler);
    }

    // The same nomination read twice is the same row.
    private static Guid IdOf(string role, string organ, string unit, string person, DateOnly from) => new(
        Digest.OfText(string.Join('|', "nomination", role, organ, unit, person, from.DayNumber.ToString(System.Globalization.CultureInfo.InvariantCulture))).ToBytes().AsSpan(0, 16));
}
