namespace Sekisho.Conformity.Packs;

/// <summary>
/// worst, city-wide, or ratio(ok&gt;=X;part&gt;=Y) with bad&lt;=Z in place of part, part&gt;Y, and veto at the end.
/// Bounds are shares as text (100%) or "{parameter}".
/// </summary>
public sealed record Rollup(RollupKind Kind, string? Ok = null, string? Part = null, bool PartIsStrict = false, string? Bad = null, bool Veto = false)
{
    /// <summary>Null when the text has another form.</summary>
    public static Rollup? Parse(string text)
    {
        if (text == "worst") return new Rollup(RollupKind.Worst);
        if (text == "city-wide") return new Rollup(RollupKind.CityWide);
        if (!text.StartsWith("ratio(", StringComparison.Ordinal) || !text.EndsWith(')')) return null;
        var rollup = new Rollup(RollupKind.Ratio);
        foreach (var part in text[6..^1].Split(';'))
        {
            if (part == "veto") rollup = rollup with { Veto = true };
            else if (After(part, "ok>=") is { } ok) rollup = rollup with { Ok = ok };
            else if (After(part, "part>=") is { } atLeast) rollup = rollup with { Part = atLeast };
            else if (After(part, "part>") is { } above) rollup = rollup with { Part = above, PartIsStrict = true };
            else if (After(part, "bad<=") is { } bad) rollup = rollup with { Bad = bad };
            else return null;
        }
        return rollup.Ok is not null && (rollup.Part is null) != (rollup.Bad is null) ? rollup : null;
    }

    private static string? After(string text, string start) =>
        text.StartsWith(start, StringComparison.Ordinal) && text.Length > start.Length ? text[start.Length..] : null;
}
