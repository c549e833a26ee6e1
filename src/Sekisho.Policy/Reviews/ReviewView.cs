using Sekisho.Policy.Documents;

namespace Sekisho.Policy.Reviews;

/// <summary>One review with its analyses and the names of people.</summary>
internal sealed record ReviewView(ReviewRow Row, DocumentRow Document, IReadOnlyList<AnalysisRow> Analyses, IReadOnlyDictionary<string, string> People)
{
    /// <summary>The analysis the policy asks for before a revision is not there.</summary>
    public bool LacksAnalysis => Document.AnalysisRequired && Analyses.Count == 0 && Row.ClosedOn is null;
    public string Name(string? person) => person is null ? "" : People.GetValueOrDefault(person, person);
}
