namespace Sekisho.PolicyText.Parsing;

/// <summary>Whether a number goes on with an open list, and which open clause a number like 1.2.3 names as its parent.</summary>
internal static class Succession
{
    public static bool Follows(Draft last, Marker marker)
    {
        if (marker.Scheme == Scheme.Bullet) return Math.Abs(marker.Indent - last.Indent) <= 1;
        if (marker.Scheme == Scheme.Decimal && !marker.Above.SequenceEqual(last.Above)) return false;
        if (marker.Branches.Count > 0) return marker.Number == last.Number;
        if (marker.Number == last.Number + 1) return true;
        return !marker.IsWeak && marker.Number > last.Number;
    }

    /// <summary>1.2 stands below article 1; 1.2.3 below 1.2.</summary>
    public static bool IsAbove(Draft draft, Marker marker)
    {
        if (draft.Number != marker.Above[^1]) return false;
        return marker.Above.Count == 1 ? draft.Level == ClauseLevel.Article : draft.Scheme == Scheme.Decimal && draft.Above.SequenceEqual(marker.Above.SkipLast(1));
    }
}
