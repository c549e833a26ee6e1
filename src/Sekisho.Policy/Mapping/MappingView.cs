using Sekisho.Policy.Documents;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Mapping;

/// <summary>A text's sentences with what is proposed and what was decided.</summary>
public sealed class MappingView
{
    private const int Around = 12, Window = 30;
    /// <summary>Words this alike belong together when the same controls are proposed for them.</summary>
    private const double NearText = 0.35;
    /// <summary>Parts whose lines differ in words and are alike in kind: dates, contents, title.</summary>
    private static readonly string[] AlikeParts = ["front", "history"];
    /// <summary>More than anybody looks through at once.</summary>
    public const int MostAlike = 200;
    private readonly MappingProposals.Made made;

    internal MappingView(AppliedPack applied, DocumentRow document, int version, MappingProposals.Made made, MappingActs acts)
    {
        (Applied, Document, Version, Acts, this.made) = (applied, document, version, acts, made);
        var bound = applied.Pack.Obligations.Where(o => !acts.GivenIds.Contains(o.Id)).ToList();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        Lines = [.. made.Sentences.Select((s, i) =>
        {
            var path = s.Sentence.Path.ToString();
            if (!names.TryGetValue(path, out var clause)) names[path] = clause = PolicyText.ClauseNames.Of(made.Text, s.Sentence.Path);
            var name = "s" + s.Sentence.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var ids = bound.Where(o => o.Place.Matches(s.Sentence.Path) && (o.Sentences.Contains("all", StringComparer.Ordinal) || o.Sentences.Contains(name, StringComparer.Ordinal))).Select(o => o.Id).ToList();
            var choice = acts.Of(path, s.Sentence.Number) ?? (ids.Count == 0 ? acts.Reason(made.Digests[i]) : null);
            var state = choice is { Id: not null } ? MappingState.Confirmed : choice is not null ? MappingState.Excluded : ids.Count > 0 ? MappingState.Bound : MappingState.Open;
            return new MappingLine(i + 1, clause, s, made.Digests[i], ProposedDutyOf(s), MappingLine.DoubtOf(s), state, choice, ids);
        })];
        Suggesting.ProposedDuty? ProposedDutyOf(Suggesting.SuggestedSentence s) => Suggesting.ProposedDuty.Of(s, applied.Catalogue);
    }

    public required Guid EditionId { get; init; }
    public AppliedPack Applied { get; }
    public DocumentRow Document { get; }
    public int Version { get; }
    public MappingActs Acts { get; }
    public PolicyText.ParsedPolicy Text => made.Text;
    public IReadOnlyList<MappingLine> Lines { get; }
    /// <summary>Sentences in an obligation or marked with why not.</summary>
    public int Covered => Lines.Count(l => !l.IsOpen);
    public int Percent => Lines.Count == 0 ? 100 : Covered * 100 / Lines.Count;

    /// <summary>Confirmed, but not yet an obligation of the installation.</summary>
    public int Added => Lines.Count(l => l.Choice?.Id is { } id && !Has(id));
    /// <summary>An obligation of the installation that is not confirmed any more.</summary>
    public int Removed => Acts.GivenIds.Count(id => Has(id) && Acts.Decided.All(c => c.Id != id));

    public MappingLine? Line(int number) => number >= 1 && number <= Lines.Count ? Lines[number - 1] : null;

    /// <summary>The lines of a filter: open, unsure, done, none or all.</summary>
    public IReadOnlyList<MappingLine> Shown(string filter) => filter switch
    {
        "all" => Lines,
        "done" => [.. Lines.Where(l => l.State is MappingState.Confirmed or MappingState.Bound)],
        "none" => [.. Lines.Where(l => l.State == MappingState.Excluded)],
        "unsure" => [.. Lines.Where(l => l.IsUncertain)],
        _ => [.. Lines.Where(l => l.IsOpen)],
    };

    /// <summary>Some lines of the list around the chosen one.</summary>
    public static IReadOnlyList<MappingLine> Near(IReadOnlyList<MappingLine> lines, MappingLine chosen)
    {
        var at = Math.Max(0, lines.TakeWhile(l => l.Number < chosen.Number).Count() - Around);
        return [.. lines.Skip(Math.Min(at, Math.Max(0, lines.Count - Window))).Take(Window)];
    }

    /// <summary>Open sentences for which the same control is proposed first and whose words are near, the chosen one first.</summary>
    public IReadOnlyList<MappingLine> Alike(MappingLine chosen)
    {
        if (!chosen.IsOpen) return [];
        return [chosen, .. Lines.Where(l => l.IsOpen && l != chosen && SameControl(l, chosen) && IsNear(l, chosen)).Take(MostAlike - 1)];
    }

    private bool Has(string id) => Applied.Pack.Obligations.Any(o => o.Id == id);
    private static bool SameControl(MappingLine one, MappingLine other) => one.Proposed?.Controls[0] == other.Proposed?.Controls[0];

    private bool IsNear(MappingLine one, MappingLine other)
    {
        var (a, b) = (one.Suggested.Sentence, other.Suggested.Sentence);
        return (a.Part == b.Part && AlikeParts.Contains(a.Part, StringComparer.Ordinal)) || (a.Path.Article == b.Path.Article && a.Article.Length > 0) || made.Likeness(a.Text, b.Text) >= NearText;
    }
}
