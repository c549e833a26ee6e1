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
    /// <summary>（ア）, (ｱ)</summary>
    ParenKana,
    /// <summary>①</summary>
    Circled,
    /// <summary>a. or a and a space</summary>
    Alpha,
    /// <summary>(a)</summary>
    ParenAlpha,
}
