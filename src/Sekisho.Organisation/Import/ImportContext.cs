using Sekisho.Organisation.Model;
using Sekisho.Organisation.Walls;

namespace Sekisho.Organisation.Import;

/// <summary>What the readers of rows share: the growing roster, the walls of the person who imports, and what must be looked at when all rows are there.</summary>
internal sealed class ImportContext(ImportState state, OrganWall wall)
{
    private readonly List<(RowCells Cells, Action Check)> later = [];
    private int order = state.All<Organ>().Count() + state.All<Unit>().Count() + state.All<Post>().Count() + state.All<Charge>().Count();

    public ImportState State { get; } = state;
    /// <summary>Persons whose tenures may end earlier because of what was read.</summary>
    public HashSet<string> Touched { get; } = new(StringComparer.Ordinal);

    /// <summary>The place of a new row in lists: after all known ones.</summary>
    public int Next() => ++order;

    public void Later(RowCells cells, Action check) => later.Add((cells, check));

    public void RunLater()
    {
        foreach (var (_, check) in later) check();
        later.Clear();
    }

    public RowOutcome Put<T>(RowCells cells, T row, bool isNew) where T : class
    {
        if (!cells.IsGood) return RowOutcome.Refused;
        var changed = State.Put(row);
        return isNew ? RowOutcome.Added : changed ? RowOutcome.Changed : RowOutcome.Same;
    }

    public IEnumerable<PersonState> States(string person) => State.All<PersonState>().Where(s => s.PersonId == person);
    public IEnumerable<Tenure> Tenures(string person) => State.All<Tenure>().Where(t => t.PersonId == person);

    public void RequireOrgan(RowCells cells, string code)
    {
        if (State.Find<Organ>(code) is null) cells.Wrong("organ", $"機関「{code}」がありません。", "機関の表に行を加えるか、コードを直してください。");
        else RequireOrganOpen(cells, code);
    }

    /// <summary>Rows behind a wall cannot be written; the sentence is the same whether the organ has them or not (rule M4).</summary>
    public void RequireOrganOpen(RowCells cells, string code)
    {
        if (!wall.Opens(code)) cells.Wrong("", "ほかの機関の行は取り込めません。", "その機関の担当者に頼むか、委任を記録してから取り込んでください。");
    }

    public void RequireCity(RowCells cells)
    {
        if (!wall.OpensAll) cells.Wrong("organ", "市全体の役割は変えられません。", "市全体を受け持つ役割の人に頼んでください。");
    }

    public void RequireMail(RowCells cells)
    {
        var mail = cells.Text("mail");
        var at = mail.IndexOf('@', StringComparison.Ordinal);
        if (mail.Length > 0 && (at <= 0 || at != mail.LastIndexOf('@') || at == mail.Length - 1 || mail.Length > 254 || mail.Any(c => c is <= ' ' or >= '\u007f')))
            cells.Wrong("mail", $"メール「{(mail.Length > 30 ? mail[..30] + "…" : mail)}」を読めません。", "半角で name@例 の形に書いてください。");
    }
}
