namespace Sekisho.Conformity.Packs;

/// <summary>What reading gave. With problems the value may be missing; nothing of a pack with problems may be used.</summary>
public sealed record PackReading<T>(T? Value, IReadOnlyList<PackProblem> Problems) where T : class
{
    public bool IsOk => Problems.Count == 0 && Value is not null;
}
