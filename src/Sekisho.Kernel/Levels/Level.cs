namespace Sekisho.Kernel.Levels;

/// <summary>One level of a <see cref="LevelScale"/>. Only levels of the same property can be compared.</summary>
/// <param name="Rank">From 1, the least demanding.</param>
public sealed record Level(string Property, string Code, string Name, int Rank) : IComparable<Level>
{
    /// <exception cref="InvalidOperationException">The levels belong to different properties.</exception>
    public int CompareTo(Level? other)
    {
        if (other is null) return 1;
        if (!string.Equals(Property, other.Property, StringComparison.Ordinal))
            throw new InvalidOperationException($"{Property} and {other.Property} have no common order.");
        return Rank.CompareTo(other.Rank);
    }

    public static bool operator >(Level a, Level b) => a.CompareTo(b) > 0;
    public static bool operator <(Level a, Level b) => a.CompareTo(b) < 0;
    public static bool operator >=(Level a, Level b) => a.CompareTo(b) >= 0;
    public static bool operator <=(Level a, Level b) => a.CompareTo(b) <= 0;
}
