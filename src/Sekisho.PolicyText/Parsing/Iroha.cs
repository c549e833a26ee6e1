namespace Sekisho.PolicyText.Parsing;

/// <summary>The old order of kana, by which many statutes count below their 号.</summary>
internal static class Iroha
{
    private const string Order = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";
    private const string Half = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳ";

    /// <summary>From 1; null when the marker is no kana.</summary>
    public static int? NumberOf(Marker marker)
    {
        if (marker.Scheme is not (Scheme.Kana or Scheme.ParenKana)) return null;
        foreach (var c in marker.Label)
        {
            var at = Math.Max(Order.IndexOf(c, StringComparison.Ordinal), Half.IndexOf(c, StringComparison.Ordinal));
            if (at >= 0) return at + 1;
        }
        return null;
    }
}
