namespace Sekisho.PolicyText.Parsing;

/// <summary>The ways of numbering met in municipal texts. Which of them numbers the articles is found per document, never by name.</summary>
internal enum Scheme
{
    /// <summary>第1条</summary>
    Jou,
    /// <summary>第1</summary>
    Dai,
    /// <summary>1．</summary>
    Dot,
    /// <summary>1 and a space</summary>
    Bare,
    /// <summary>(1), （１）, ⑴</summary>
    Paren,
    /// <summary>1)</summary>
    HalfParen,
    /// <summary>一 and a space</summary>
    Kanji,
    /// <summary>（一）</summary>
    ParenKanji,
    /// <summary>ア and a space</summary>
    Kana,
    /// <summary>イ, ロ, ハ and a space: known by its first, which is the second of ア, イ, ウ</summary>
    Iroha,
    /// <summary>（ア）, (ｱ)</summary>
    ParenKana,
    /// <summary>（イ）, （ロ）</summary>
    ParenIroha,
    /// <summary>①</summary>
    Circled,
    /// <summary>a. or a and a space</summary>
    Alpha,
    /// <summary>(a)</summary>
    ParenAlpha,
    /// <summary>1.2 and 1.2.3: the numbers before the last are those of the clauses above</summary>
    Decimal,
    /// <summary>・ and the dashes of a list without numbers; counted</summary>
    Bullet,
    /// <summary>A heading without number, known by its mark ("##") in a text extracted from a page; counted</summary>
    Heading,
}
