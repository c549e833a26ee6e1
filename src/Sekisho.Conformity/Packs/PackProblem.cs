namespace Sekisho.Conformity.Packs;

/// <summary>Something wrong in a pack, with the place to look at. Lines count from 1.</summary>
public sealed record PackProblem(string Path, int Line, string Message)
{
    public override string ToString() => FormattableString.Invariant($"{Path}:{Line}: {Message}");
}
