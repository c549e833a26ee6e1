using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText.Parsing;

/// <summary>A clause while it is being read.</summary>
internal sealed class Draft(ClauseLevel level, ClauseSegmentKind kind, int? number = null)
{
    private int line;

    public ClauseLevel Level { get; } = level;
    public ClauseSegmentKind Kind { get; } = kind;
    public int? Number { get; set; } = number;
    public IReadOnlyList<int> Branches { get; init; } = [];
    public Scheme? Scheme { get; init; }
    /// <summary>The numbers above the last of 1.2.3, and the columns before a list mark: what brothers have in common.</summary>
    public IReadOnlyList<int> Above { get; init; } = [];
    public int Indent { get; init; }
    public string Label { get; init; } = "";
    public string Caption { get; set; } = "";
    /// <summary>Line of the source the clause begins on, from 1.</summary>
    public int Line { get => line > 0 || Passages.Count == 0 ? line : Passages[0].First.Number; set => line = value; }
    /// <summary>The first line may yet turn out to be a heading.</summary>
    public bool CaptionOpen { get; set; }
    /// <summary>Heading on its own line: paragraphs below belong to this clause, not to the enclosing one.</summary>
    public bool HeadedAbove { get; set; }
    public List<Passage> Passages { get; } = [];
    public List<Draft> Children { get; } = [];
    public List<Doubt> Doubts { get; } = [];

    public Passage? LastPassage => Passages.Count == 0 ? null : Passages[^1];
    public static Draft Leaf(ClauseLevel level, ClauseSegmentKind kind, int? number, string text, SourceLine line)
    {
        var draft = new Draft(level, kind, number) { Line = line.Number };
        draft.Passages.Add(new Passage(text, line));
        return draft;
    }
}
