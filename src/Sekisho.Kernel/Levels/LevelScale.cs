namespace Sekisho.Kernel.Levels;

/// <summary>
/// An ordered scale of levels for one property of information. Data of a pack: the policy texts name no levels,
/// the product ships a proposal and the city may rename and recount it.
/// </summary>
public sealed class LevelScale
{
    private readonly Level[] levels;

    /// <param name="property">Code of the property: confidentiality, integrity or availability.</param>
    /// <param name="lowToHigh">Code and name of each level, the least demanding first.</param>
    /// <exception cref="ArgumentException">No level, an empty code or a code used twice.</exception>
    public LevelScale(string property, IReadOnlyList<(string Code, string Name)> lowToHigh)
    {
        if (lowToHigh.Count == 0) throw new ArgumentException("A scale needs a level.", nameof(lowToHigh));
        if (lowToHigh.Any(l => l.Code.Length == 0)) throw new ArgumentException("A level needs a code.", nameof(lowToHigh));
        if (lowToHigh.Select(l => l.Code).Distinct(StringComparer.Ordinal).Count() != lowToHigh.Count)
            throw new ArgumentException("A level code is used twice.", nameof(lowToHigh));
        Property = property;
        levels = [.. lowToHigh.Select((l, i) => new Level(property, l.Code, l.Name, i + 1))];
    }

    /// <summary>機密性 1 &lt; 2 &lt; 3C &lt; 3B &lt; 3A.</summary>
    public static LevelScale ShippedConfidentiality { get; } = new("confidentiality",
        [("1", "機密性1"), ("2", "機密性2"), ("3C", "機密性3C"), ("3B", "機密性3B"), ("3A", "機密性3A")]);
    /// <summary>完全性 1 &lt; 2.</summary>
    public static LevelScale ShippedIntegrity { get; } = new("integrity", [("1", "完全性1"), ("2", "完全性2")]);
    /// <summary>可用性 1 &lt; 2.</summary>
    public static LevelScale ShippedAvailability { get; } = new("availability", [("1", "可用性1"), ("2", "可用性2")]);

    public string Property { get; }
    public IReadOnlyList<Level> LowToHigh => levels;
    public Level Lowest => levels[0];
    public Level Highest => levels[^1];
    /// <summary>The level by its code, ordinal; null when the scale has none.</summary>
    public Level? Find(string code) => Array.Find(levels, l => string.Equals(l.Code, code, StringComparison.Ordinal));
    /// <summary>The most demanding of the levels; the lowest of the scale for none: a file of several parts is as sensitive as its worst part.</summary>
    public Level HighestOf(IEnumerable<Level> some) => some.Aggregate(Lowest, (a, b) => a.CompareTo(b) >= 0 ? a : b);
}
