using Sekisho.Policy.Suggesting;

namespace Sekisho.Policy.Mapping;

/// <summary>One sentence on the page.</summary>
/// <param name="Number">Place in the text, from 1: what addresses name.</param>
/// <param name="Clause">The clause as people call it.</param>
/// <param name="Proposed">What is proposed; null where nothing is.</param>
/// <param name="Doubt">Key of the reason why the proposal is uncertain; null when it is not.</param>
/// <param name="Choice">What was decided here; null when nothing was.</param>
/// <param name="Obligations">Ids of the pack's obligations the sentence is in.</param>
public sealed record MappingLine(int Number, string Clause, SuggestedSentence Suggested, string Digest, ProposedDuty? Proposed, string? Doubt, MappingState State, MappingChoice? Choice, IReadOnlyList<string> Obligations)
{
    public string Path => Suggested.Sentence.Path.ToString();
    public int Sentence => Suggested.Sentence.Number;
    public string Text => Suggested.Sentence.Text;
    public bool IsOpen => State == MappingState.Open;
    public bool IsUncertain => IsOpen && Doubt is not null;

    /// <summary>One evidence this much stronger than the next is clear enough.</summary>
    private const double Clear = 0.85;
    /// <summary>A first proposal with less of all evidence than this could as well be another.</summary>
    private const double Faint = 0.12;

    public static string? DoubtOf(SuggestedSentence sentence)
    {
        if (sentence.Suggestions.Count == 0) return "none";
        if (sentence.RoleCode.Contains("UNMAPPED", StringComparison.Ordinal)) return "role";
        if (sentence.Suggestions.Count > 1 && sentence.Suggestions[1].Score >= sentence.Suggestions[0].Score * Clear) return "close";
        return sentence.Suggestions[0].Score < Faint ? "faint" : null;
    }
}
