using Sekisho.Kernel.Text;
using Sekisho.Organisation.Model;

namespace Sekisho.Organisation.Import;

/// <summary>人, their states, and who sits in which post.</summary>
internal static class PersonRows
{
    public static RowOutcome Person(RowCells cells, ImportContext context)
    {
        var id = cells.Code("person");
        var was = context.State.Find<Person>(id);
        string name = cells.Name("person_name"), kana = cells.Name("kana"), mail = cells.Text("mail");
        var row = new Person(id, name, kana, cells.Choice("person_class", ImportWords.PersonClass), cells.Code("organ"), mail.Length == 0 ? null : mail,
            SearchFold.Of(id + " " + name + " " + kana), was?.RowVersion ?? 1);
        context.RequireOrgan(cells, row.OrganCode);
        if (was is not null) context.RequireOrganOpen(cells, was.OrganCode);
        context.RequireMail(cells);
        var state = new PersonState(id, cells.Choice("state", ImportWords.State), cells.Day("state_from"), null);
        var outcome = context.Put(cells, row, was is null);
        if (!cells.IsGood) return outcome;
        var changed = PutState(context, state);
        return outcome == RowOutcome.Same && changed ? RowOutcome.Changed : outcome;
    }

    public static RowOutcome Tenure(RowCells cells, ImportContext context)
    {
        var from = cells.Day("from");
        var row = new Tenure(cells.Code("person"), cells.Code("post"), cells.Choice("tenure_kind", ImportWords.TenureKind), from, cells.DayAfter("to", "from", from));
        if (context.State.Find<Person>(row.PersonId) is not { } person) cells.Wrong("person", $"職員番号「{row.PersonId}」の人がいません。", "人の表に行を加えるか、番号を直してください。");
        else context.RequireOrganOpen(cells, person.OrganCode);
        if (context.State.Find<Post>(row.PostCode) is not { } post) cells.Wrong("post", $"職「{row.PostCode}」がありません。", "職の表に行を加えるか、コードを直してください。");
        else
        {
            context.RequireOrganOpen(cells, post.OrganCode);
            if (!post.Period.Overlaps(row.Period)) cells.Wrong("from", $"職「{post.Name}」が在る期間と重なりません。", "在任の期間を直してください。");
        }
        var was = context.State.Find<Tenure>(RowKey.Of(row));
        // An end that a later tenure already gave is not taken back by a row without one.
        row = row with { RowVersion = was?.RowVersion ?? 1 };
        if (cells.IsGood) context.Touched.Add(row.PersonId);
        if (cells.IsGood && was is null) Reappoint(context, row);
        return context.Put(cells, Cut(context, row), was is null);
    }

    /// <summary>One 本務 after the other, and none after 退職: ends of what was before follow from what begins.</summary>
    public static void CloseEarlier(ImportContext context)
    {
        foreach (var person in context.Touched)
        {
            var tenures = context.State.All<Tenure>().Where(t => t.PersonId == person).ToList();
            foreach (var tenure in tenures) context.State.Put(Cut(context, tenure));
        }
    }

    private static Tenure Cut(ImportContext context, Tenure tenure)
    {
        var ends = context.States(tenure.PersonId).Where(s => s.State == PersonState.Retired && s.ValidFrom > tenure.ValidFrom).Select(s => s.ValidFrom).ToList();
        if (tenure.Kind == Model.Tenure.Main)
            ends.AddRange(context.Tenures(tenure.PersonId).Where(t => t.Kind == Model.Tenure.Main && t.ValidFrom > tenure.ValidFrom).Select(t => t.ValidFrom));
        if (ends.Count == 0) return tenure;
        var end = ends.Min();
        return tenure.ValidTo is { } to && to <= end ? tenure : tenure with { ValidTo = end };
    }

    // 再度任用: who is newly appointed after leaving works here again, whether or not the list of persons says so (rule M5).
    private static void Reappoint(ImportContext context, Tenure tenure)
    {
        if (context.States(tenure.PersonId).Any(s => s.State == PersonState.Retired && s.Period.Contains(tenure.ValidFrom)))
            PutState(context, new PersonState(tenure.PersonId, PersonState.Active, tenure.ValidFrom, null));
    }

    private static bool PutState(ImportContext context, PersonState state)
    {
        var states = context.States(state.PersonId).ToList();
        // The same state repeated later (再度任用, yearly lists) is the same period, not a new one.
        if (states.Exists(s => s.State == state.State && s.ValidFrom <= state.ValidFrom && (s.ValidTo is not { } to || state.ValidFrom < to))) return false;
        context.State.Put(state with { RowVersion = states.Find(s => s.ValidFrom == state.ValidFrom)?.RowVersion ?? 1 });
        context.Touched.Add(state.PersonId);
        var ordered = context.States(state.PersonId).OrderBy(s => s.ValidFrom).ToList();
        for (var i = 0; i < ordered.Count; i++) context.State.Put(ordered[i] with { ValidTo = i + 1 < ordered.Count ? ordered[i + 1].ValidFrom : null });
        return true;
    }
}
