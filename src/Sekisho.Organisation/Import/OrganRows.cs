using Sekisho.Organisation.Model;

namespace Sekisho.Organisation.Import;

/// <summary>機関 and 部署: the walls and what stands inside them.</summary>
internal static class OrganRows
{
    public static RowOutcome Organ(RowCells cells, ImportContext context)
    {
        var code = cells.Code("organ");
        if (code == Model.Organ.CityWide) cells.Wrong("organ", "機関コード city は市全体を表す語です。", "別のコードにしてください。");
        var from = cells.Day("from");
        var was = context.State.Find<Organ>(code);
        var row = new Organ(code, cells.Name("organ_name"), was?.Sort ?? context.Next(), from, cells.DayAfter("to", "from", from), was?.RowVersion ?? 1);
        context.RequireOrganOpen(cells, code);
        return context.Put(cells, row, was is null);
    }

    public static RowOutcome Unit(RowCells cells, ImportContext context)
    {
        var from = cells.Day("from");
        var id = cells.Code("unit");
        var was = context.State.Find<Unit>(id);
        var row = new Unit(id, cells.Code("organ"), OrNull(cells.Code("parent", needed: false)), cells.Choice("unit_class", ImportWords.UnitClass), cells.Name("unit_name"),
            OrNull(cells.Text("mail")), was?.Sort ?? context.Next(), from, cells.DayAfter("to", "from", from), was?.RowVersion ?? 1,
            cells.Flag("takes_unknown"));
        context.RequireOrgan(cells, row.OrganCode);
        if (row is { TakesUnknown: true, Mail: null }) cells.Wrong("takes_unknown", "宛先不明の受け先にする部署に、メールが在りません。", "代表メールアドレスを書くか、受け先の印を外してください。");
        if (was is not null && was.OrganCode != row.OrganCode)
            cells.Wrong("organ", $"部署「{was.Name}」はほかの機関にあります。", "別の機関へ移すときは新しい部署として置き、承継先で結んでください。");
        context.RequireMail(cells);
        foreach (var successor in cells.List("successors")) context.Later(cells, () => Succeeds(cells, context, row, successor));
        context.Later(cells, () => Parent(cells, context, row));
        return context.Put(cells, row, was is null);
    }

    // Parent and successors may stand further down in the file: looked at when every row is there.
    private static void Parent(RowCells cells, ImportContext context, Unit unit)
    {
        if (unit.ParentId is null) return;
        if (context.State.Find<Unit>(unit.ParentId) is not { } parent)
        {
            cells.Wrong("parent", $"上位部署「{unit.ParentId}」がありません。", "部署の表に上位の行を加えるか、コードを直してください。");
            return;
        }
        if (parent.OrganCode != unit.OrganCode) cells.Wrong("parent", "上位部署がほかの機関にあります。", "同じ機関の部署を書いてください。");
        for (int steps = 0; parent is not null; steps++)
        {
            if (parent.Id == unit.Id || steps > 20)
            {
                cells.Wrong("parent", "上位部署をたどると自分に戻ります。", "上下の関係を直してください。");
                return;
            }
            parent = parent.ParentId is null ? null : context.State.Find<Unit>(parent.ParentId);
        }
    }

    private static void Succeeds(RowCells cells, ImportContext context, Unit unit, string successor)
    {
        if (context.State.Find<Unit>(successor) is not { } next)
            cells.Wrong("successors", $"承継先「{successor}」がありません。", "部署の表に承継先の行を加えてください。");
        else if (unit.ValidTo is null)
            cells.Wrong("successors", "承継先がありますが終了日がありません。", "改編の前日を終了日に書いてください。");
        else if (next.Id == unit.Id)
            cells.Wrong("successors", "承継先が自分です。", "新しい部署のコードを書いてください。");
        else if (context.State.Find<UnitSuccession>(RowKey.Of(new UnitSuccession(unit.Id, successor))) is null)
            context.State.Put(new UnitSuccession(unit.Id, successor));
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
