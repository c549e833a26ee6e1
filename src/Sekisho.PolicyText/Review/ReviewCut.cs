namespace Sekisho.PolicyText.Review;

/// <summary>An uncertain cut that waits for a person.</summary>
public sealed record ReviewCut(int Node, int Line, CutReason Reason, string Printed);
