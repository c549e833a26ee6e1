using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText;

/// <summary>A text as a tree of clauses, in printed order.</summary>
public sealed class ParsedPolicy
{
    private readonly Dictionary<ClauseRef, Clause> byPath;

    /// <exception cref="ArgumentException">Two clauses have the same path.</exception>
    public ParsedPolicy(IReadOnlyList<Clause> roots, IReadOnlyList<UncertainCut>? uncertain = null)
    {
        Roots = roots;
        Uncertain = uncertain ?? [];
        All = [.. roots.SelectMany(r => r.SelfAndBelow())];
        byPath = All.ToDictionary(c => c.Path);
    }

    public IReadOnlyList<Clause> Roots { get; }
    public IReadOnlyList<Clause> All { get; }
    /// <summary>Where the text could be cut otherwise, in printed order.</summary>
    public IReadOnlyList<UncertainCut> Uncertain { get; }
    /// <summary>The document's own title; empty when the text prints none.</summary>
    public string Title => All.FirstOrDefault(c => c.Level == ClauseLevel.Title)?.Text ?? "";
    public Clause? Find(ClauseRef path) => byPath.GetValueOrDefault(path);
}
