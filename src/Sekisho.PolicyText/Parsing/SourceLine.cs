namespace Sekisho.PolicyText.Parsing;

/// <summary>One printed line that carries text.</summary>
/// <param name="Number">Line of the source, from 1.</param>
/// <param name="Raw">As it stands, without the line end.</param>
/// <param name="Text">Trimmed; list marks and heading marks of the extraction taken off.</param>
/// <param name="Mark">The mark taken off ("##", "○"; "-" for any list mark).</param>
/// <param name="Gap">Empty lines before it.</param>
/// <param name="AfterPage">True when a page number or a page break stood between it and the line before.</param>
internal sealed record SourceLine(int Number, string Raw, string Text, string Mark, int Gap, bool AfterPage)
{
    public const string ListMark = "-";
    public bool EndsWithSpace => Raw.Length > 0 && char.IsWhiteSpace(Raw[^1]);
    /// <summary>Printed with a list dash by the extraction: lists stand closer together than paragraphs.</summary>
    public bool IsListed => Mark == ListMark;
    /// <summary>Depth of a heading mark: 2 for "##"; 0 for none.</summary>
    public int HeadingDepth => Mark.StartsWith('#') ? Mark.Length : 0;
    public bool HasTab => Raw.Contains('\t', StringComparison.Ordinal);
    /// <summary>Columns of white space the line begins with.</summary>
    public int Indent => Characters.Columns(Raw[..(Raw.Length - Raw.TrimStart().Length)].Replace("\f", "", StringComparison.Ordinal));
    /// <summary>What was uncertain about the line itself; null for most.</summary>
    public CutReason? Doubt { get; init; }
    /// <summary>Cells of a row printed with tabs; a leading tab is an empty first cell.</summary>
    public IReadOnlyList<string> Cells => Raw.Split('\t', StringSplitOptions.TrimEntries);
    public string Compact => Characters.WithoutSpace(Text);
}
