using Sekisho.Organisation.Model;

namespace Sekisho.Organisation.Import;

/// <summary>職 and their attributes.</summary>
internal static class PostRows
{
    public static RowOutcome Post(RowCells cells, ImportContext context)
    {
        var code = cells.Code("post");
        var from = cells.Day("from");
        var was = context.State.Find<Post>(code);
        var unit = cells.Code("unit", needed: false);
        var row = new Post(code, cells.Code("organ"), unit.Length == 0 ? null : unit, cells.Name("post_name"), was?.Sort ?? context.Next(), from,
            cells.DayAfter("to", "from", from), was?.RowVersion ?? 1);
        context.RequireOrgan(cells, row.OrganCode);
        if (row.UnitId is not null) RequireUnit(cells, context, row);
        var traits = TraitsOf(cells, context, row);
        var outcome = context.Put(cells, row, was is null);
        if (!cells.IsGood) return outcome;
        var changed = false;
        foreach (var trait in traits) changed |= context.State.Put(trait);
        return outcome == RowOutcome.Same && changed ? RowOutcome.Changed : outcome;
    }

    private static void RequireUnit(RowCells cells, ImportContext context, Post post)
    {
        if (context.State.Find<Unit>(post.UnitId!) is not { } unit)
            cells.Wrong("unit", $"部署「{post.UnitId}」がありません。", "部署の表に行を加えるか、コードを直してください。");
        else if (unit.OrganCode != post.OrganCode)
            cells.Wrong("unit", $"部署「{unit.Name}」はほかの機関にあります。", "職と同じ機関の部署を書いてください。");
        else if (!unit.Period.Overlaps(post.Period))
            cells.Wrong("from", $"部署「{unit.Name}」が在る期間と重なりません。", "職の期間を直してください。");
    }

    // What the row names begins; what the post still had and the row no longer names ends.
    private static List<PostTrait> TraitsOf(RowCells cells, ImportContext context, Post post)
    {
        var named = cells.List("traits").Select(t => t == "長" ? PostTrait.Head : t).Distinct(StringComparer.Ordinal).ToList();
        foreach (var trait in named.Where(t => t.Length > 60 || t.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or '.' or '='))))
            cells.Wrong("traits", $"属性「{trait}」に使えない字があります。", "長 か、oversees=planning のような半角の英数字で書いてください。");
        var given = cells.DayOrNull("traits_from");
        var open = context.State.All<PostTrait>().Where(t => t.PostCode == post.Code && t.ValidTo is null).ToList();
        var from = given ?? post.ValidFrom;
        var rows = named.Where(n => !open.Exists(o => o.Trait == n)).Select(n => new PostTrait(post.Code, n, from, null)).ToList();
        foreach (var gone in open.Where(o => !named.Contains(o.Trait, StringComparer.Ordinal)))
        {
            if (given is null || given <= gone.ValidFrom)
                cells.Wrong("traits_from", $"属性「{gone.Trait}」が外れる日が分かりません。", "属性の開始日に、新しい属性になる日を書いてください。");
            else rows.Add(gone with { ValidTo = given });
        }
        return rows;
    }
}
