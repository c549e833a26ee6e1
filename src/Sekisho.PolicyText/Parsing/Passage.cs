namespace Sekisho.PolicyText.Parsing;

/// <summary>One unnumbered paragraph of a clause and the lists and tables that stand in or below it.</summary>
internal sealed class Passage(string text, SourceLine first)
{
    public string Text { get; set; } = text;
    public SourceLine First { get; } = first;
    public SourceLine Last { get; set; } = first;
    public List<Draft> Lists { get; } = [];
}
