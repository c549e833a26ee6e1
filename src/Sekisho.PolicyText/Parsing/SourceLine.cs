namespace Sekisho.PolicyText.Parsing;

/// <summary>One printed line that carries text.</summary>
/// <param name="Raw">As it stands, without the line end.</param>
/// <param name="Text">Trimmed; list marks and heading marks of the extraction taken off.</param>
/// <param name="Mark">The mark taken off ("##", "○"; "-" for any list mark).</param>
/// <param name="Gap">Empty lines before it.</param>
/// <param name="AfterPage">True when a page number stood between it and the line before.</param>
internal sealed record SourceLine(string Raw, string Text, string Mark, int Gap, bool AfterPage)
{
    public const string ListMark = "-";
    public bool EndsWithSpace => Raw.Length > 0 && char.IsWhiteSpace(Raw[^1]);
    /// <summary>Printed with a list dash by the extraction: lists stand closer together than paragraphs.</summary>
    public bool IsListed => Mark == ListMark;
    public bool HasTab => Raw.Contains('\t', StringComparison.Ordinal);
    /// <summary>Cells of a row printed with tabs; a leading tab is an empty first cell.</summary>
    public IReadOnlyList<string> Cells => Raw.Split('\t', StringSplitOptions.TrimEntries);
    public string Compact => Characters.WithoutSpace(Text);
}
