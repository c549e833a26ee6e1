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
    /// <summary>The numbers before the last of 1.2.3: [1, 2].</summary>
    public IReadOnlyList<int> Above { get; init; } = [];
    /// <summary>The last of a range that was repealed as one (第５条から第７条まで　削除); else the number itself.</summary>
    public int Last { get; init; } = Number;
    /// <summary>Columns before a list mark without number: deeper lists stand further in.</summary>
    public int Indent { get; init; }
    /// <summary>True when a kana may count イ, ロ, ハ instead of ア, イ, ウ; then this is that reading, else null.</summary>
    public Marker? AsIroha() => Iroha.NumberOf(this) is { } number ? this with { Scheme = Scheme == Scheme.Kana ? Scheme.Iroha : Scheme.ParenIroha, Number = number, Last = number } : null;
    /// <summary>Schemes that are also ordinary words at the start of a wrapped line.</summary>
    public bool BeginsWords => Scheme is Scheme.Bare;
    /// <summary>Schemes that need the exact next number to be believed.</summary>
    public bool IsWeak => Scheme is Scheme.Bare or Scheme.Dot or Scheme.Kana or Scheme.Iroha or Scheme.Decimal or Scheme.Alpha or Scheme.Kanji or Scheme.HalfParen || !Spaced;
}
