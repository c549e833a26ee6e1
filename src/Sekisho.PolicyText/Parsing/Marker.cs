namespace Sekisho.PolicyText.Parsing;

/// <summary>A number at the start of a line.</summary>
/// <param name="Scheme">How it is written.</param>
/// <param name="Number">Its value; kana count ア=1, イ=2 …; イロハ is told apart by the first of the list.</param>
/// <param name="Branches">枝番号: 第二十一条の二 has [2].</param>
/// <param name="Label">As printed.</param>
/// <param name="Rest">The line after the number, trimmed.</param>
/// <param name="Spaced">True when a space, a bracket or the line's end follows the number.</param>
internal sealed record Marker(Scheme Scheme, int Number, IReadOnlyList<int> Branches, string Label, string Rest, bool Spaced)
{
    /// <summary>Schemes that are also ordinary words at the start of a wrapped line.</summary>
    public bool BeginsWords => Scheme is Scheme.Bare;
    /// <summary>Schemes that need the exact next number to be believed.</summary>
    public bool IsWeak => Scheme is Scheme.Bare or Scheme.Dot or Scheme.Kana or Scheme.Alpha or Scheme.Kanji or Scheme.HalfParen || !Spaced;
}
