namespace Sekisho.PolicyText.Review;

/// <summary>One act of a person in the review.</summary>
/// <param name="Change">What is done.</param>
/// <param name="Node">To which clause.</param>
/// <param name="Words">Split: the words the new clause begins with. MakeHeading: the words of the heading; empty for the likeliest ones.</param>
/// <param name="Level">Relevel: the new level.</param>
/// <param name="Alike">Confirm: all open cuts of the same reason are confirmed together.</param>
public sealed record ReviewEdit(CutChange Change, int Node, string Words = "", ClauseLevel? Level = null, bool Alike = false);
