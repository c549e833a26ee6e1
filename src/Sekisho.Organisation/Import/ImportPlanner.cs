using Sekisho.Organisation.Model;
using Sekisho.Organisation.Roles;
using Sekisho.Organisation.Walls;

namespace Sekisho.Organisation.Import;

/// <summary>Pure: what reading these files into this roster would come to. The dry run shows the plan, the import writes it.</summary>
internal static class ImportPlanner
{
    public static ImportPlan Plan(Roster roster, IReadOnlyList<ImportFile> files, OrganWall wall)
    {
        var problems = new List<RowProblem>();
        var context = new ImportContext(new ImportState(roster), wall);
        var counts = new List<ImportCount>();
        foreach (var (file, kind, table) in Recognised(files, problems).OrderBy(f => CsvKind.All.ToList().IndexOf(f.Kind)))
            counts.Add(Read(file, kind, table, context, problems));
        context.RunLater();
        PersonRows.CloseEarlier(context);
        var next = context.State.Roster();
        var plan = new ImportPlan(next, RosterChanges.Between(roster, next), problems, counts, []);
        return plan.CanApply ? plan with { RoleChanges = RoleChange.Between(RoleDerivation.Timeline(roster), RoleDerivation.Timeline(next)) } : plan;
    }

    private static IEnumerable<(ImportFile File, CsvKind Kind, CsvTable Table)> Recognised(IReadOnlyList<ImportFile> files, List<RowProblem> problems)
    {
        foreach (var file in files)
        {
            var table = CsvTable.Parse(file.Text);
            if (!table.IsOk) problems.Add(new RowProblem(file.Name, 1, "", table.Refusals[0].WhatHappened, table.Refusals[0].WhatToDo));
            else if (CsvKind.Recognise(table.Value.Header) is { } kind) yield return (file, kind, table.Value);
            else
                problems.Add(new RowProblem(file.Name, 1, "", "見出しから表の種類が分かりません。",
                    "次のどれかの見出しをそろえてください。" + string.Join(" ", CsvKind.All.Select(k => $"{k.Title}: " + string.Join("・", k.Columns.Where(c => c.Needed).Select(c => c.Heading)) + "。"))));
        }
    }

    private static ImportCount Read(ImportFile file, CsvKind kind, CsvTable table, ImportContext context, List<RowProblem> problems)
    {
        var outcomes = new int[4];
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var cells = new RowCells(file.Name, kind, table.Header, row, problems);
            if (!keys.TryAdd(KeyOf(kind, cells), row.Line)) cells.Wrong("", $"{keys[KeyOf(kind, cells)]}行目と同じものです。", "どちらかの行を消してください。");
            outcomes[(int)ReaderOf(kind)(cells, context)]++;
        }
        return new ImportCount(kind.Code, table.Rows.Count, outcomes[(int)RowOutcome.Added], outcomes[(int)RowOutcome.Changed], outcomes[(int)RowOutcome.Same], outcomes[(int)RowOutcome.Refused]);
    }

    private static Func<RowCells, ImportContext, RowOutcome> ReaderOf(CsvKind kind) => kind.Code switch
    {
        "organs" => OrganRows.Organ,
        "units" => OrganRows.Unit,
        "posts" => PostRows.Post,
        "persons" => PersonRows.Person,
        "tenures" => PersonRows.Tenure,
        "charges" => ChargeRows.Charge,
        "nominations" => ChargeRows.Nomination,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string KeyOf(CsvKind kind, RowCells cells) => kind.Code switch
    {
        "organs" => cells.Text("organ"),
        "units" => cells.Text("unit"),
        "posts" => cells.Text("post"),
        "persons" => cells.Text("person") + "\u001f" + cells.Text("state_from"),
        "tenures" => string.Join('\u001f', cells.Text("person"), cells.Text("post"), cells.Text("from")),
        "charges" => string.Join('\u001f', cells.Text("organ"), cells.Text("role"), cells.Text("unit_classes"), cells.Text("filling"), cells.Text("filler")),
        _ => string.Join('\u001f', cells.Text("role"), cells.Text("organ"), cells.Text("unit"), cells.Text("person"), cells.Text("from")),
    };
}
