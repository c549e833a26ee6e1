namespace Sekisho.Policy.Library;

/// <summary>How many were asked and how many of them confirmed.</summary>
public sealed record Answers(int Asked, int Done)
{
    /// <summary>Whole percent, rounded down: 100 only when nobody is missing.</summary>
    public int Percent => Asked == 0 ? 0 : Done * 100 / Asked;
}
