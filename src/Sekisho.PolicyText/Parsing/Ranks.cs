namespace Sekisho.PolicyText.Parsing;

/// <summary>The usual order of the ways of numbering: which stands below which.</summary>
internal static class Ranks
{
    public const int Article = 0;
    public const int Par = 1;
    public const int Item = 2;
    public const int Sub = 3;

    public static int Of(Draft draft) => draft.Level switch
    {
        ClauseLevel.Par => Par,
        ClauseLevel.Item => Item,
        ClauseLevel.Subitem => Sub,
        _ => Article,
    };

    public static int Of(Marker marker) => marker.Scheme switch
    {
        Scheme.Jou or Scheme.Dai or Scheme.Heading => Article,
        Scheme.Dot or Scheme.Bare => Par,
        Scheme.Decimal => Math.Min(marker.Above.Count, Sub),
        Scheme.Paren or Scheme.Kanji or Scheme.ParenKanji or Scheme.Bullet => Item,
        _ => Sub,
    };
}
