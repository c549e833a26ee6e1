using Sekisho.Kernel.Clauses;
using Sekisho.PolicyText.Parsing;
using Sekisho.PolicyText.Reading;

namespace Sekisho.PolicyText.Linting;

/// <summary>A text prepared for the rules: its clauses in order, its definitions, its printed lines.</summary>
internal sealed class LintText
{
    public LintText(string text)
    {
        Policy = PolicyParser.Parse(text);
        Lines = LineReader.Read(text);
        var articles = Policy.All.Where(c => c.Level == ClauseLevel.Article).ToList();
        Articles = articles;
        var home = articles.SelectMany(a => a.SelfAndBelow().Select(c => (c.Path, Article: a))).ToDictionary(c => c.Path, c => c.Article);
        Clauses = [.. Policy.All.Select((c, i) => new LintClause(c, new Folded(c.Text), new Folded(c.Caption), i, home.GetValueOrDefault(c.Path)))];
        Defined = DefinedTerms.Read(Policy);
        DefinitionArticles = [.. articles.Where(a => DefinedTerms.IsDefinitions(a.Caption)).Select(a => a.Path)];
        Whole = string.Concat(Clauses.Where(IsText).Select(c => c.Caption.Text + "\n" + c.Body.Text + "\n"));
    }

    public ParsedPolicy Policy { get; }
    public IReadOnlyList<SourceLine> Lines { get; }
    public IReadOnlyList<Clause> Articles { get; }
    /// <summary>All clauses in printed order.</summary>
    public IReadOnlyList<LintClause> Clauses { get; }
    public IReadOnlyList<DefinedTerm> Defined { get; }
    public IReadOnlyList<ClauseRef> DefinitionArticles { get; }
    /// <summary>Headings and text of everything but contents and cover.</summary>
    public string Whole { get; }
    /// <summary>The printed line each clause begins on, where one was found.</summary>
    public IReadOnlyDictionary<ClauseRef, SourceLine> FirstLines => firstLines ??= FindFirstLines();
    private Dictionary<ClauseRef, SourceLine>? firstLines;
    public RoleWords Roles => roles ??= RoleWords.Read(this);
    private RoleWords? roles;

    /// <summary>The clauses of articles, definitions left out: where duties stand.</summary>
    public IEnumerable<LintClause> Duties => Clauses.Where(c => c.Article is not null && !IsDefinition(c));
    public bool IsDefinition(LintClause clause) => DefinitionArticles.Any(d => d.Contains(clause.Path));
    public LintClause Of(ClauseRef path) => Clauses.First(c => c.Path == path);

    /// <summary>How people call the place: 第15 6, 第6条(3)ア.</summary>
    public string Name(ClauseRef path) => ClauseNames.Of(Policy, path);

    /// <summary>In printed order, so that equal beginnings are told apart. A number that stands alone on its line finds no line.</summary>
    private Dictionary<ClauseRef, SourceLine> FindFirstLines()
    {
        var found = new Dictionary<ClauseRef, SourceLine>();
        var folded = Lines.Select(l => Folded.Of(l.Text)).ToList();
        var next = 0;
        foreach (var clause in Clauses.Where(c => IsText(c) && c.Clause.PrintedLabel.Length > 0))
        {
            var head = Folded.Of(clause.Clause.PrintedLabel) + clause.Caption.Text + clause.Body.Text;
            var line = folded.FindIndex(next, l => head.Length > 3 && (l.StartsWith(head[..Math.Min(head.Length, 14)], StringComparison.Ordinal) || (l.Length > 3 && head.StartsWith(l, StringComparison.Ordinal))));
            if (line < 0) continue;
            found[clause.Path] = Lines[line];
            next = line;
        }
        return found;
    }

    public static bool IsText(LintClause clause) => clause.Level is not (ClauseLevel.Toc or ClauseLevel.TocEntry or ClauseLevel.Body or ClauseLevel.Meta or ClauseLevel.Title);
}
