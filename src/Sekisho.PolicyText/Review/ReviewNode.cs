namespace Sekisho.PolicyText.Review;

/// <summary>One clause under review.</summary>
/// <param name="Id">Stable in one review: those of the reader count from 1 in printed order, later ones go on from there.</param>
/// <param name="Level">What it is.</param>
/// <param name="Depth">0 at the top; a node's parent is the nearest one before it with one less.</param>
/// <param name="Label">The number as printed.</param>
/// <param name="Caption">Its heading.</param>
/// <param name="Text">Own text.</param>
/// <param name="Line">Line of the source it begins on, from 1; 0 when unknown.</param>
/// <param name="Read">The path the reader gave it; null for a clause a person made.</param>
public sealed record ReviewNode(int Id, ClauseLevel Level, int Depth, string Label, string Caption, string Text, int Line, string? Read)
{
    /// <summary>The level the reader gave it: the path is kept only while this holds.</summary>
    public ClauseLevel ReadLevel { get; init; } = Level;
    /// <summary>The path of the parent the reader saw; empty at the top.</summary>
    public string ReadBelow { get; init; } = "";
}
