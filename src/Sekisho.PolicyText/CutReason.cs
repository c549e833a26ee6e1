namespace Sekisho.PolicyText;

/// <summary>Why the reader was not sure where to cut. What a person may do about each is told by <see cref="UncertainCut.Alternatives"/>.</summary>
public enum CutReason
{
    /// <summary>A short line behind a number was taken as heading, or as text; the page speaks for neither.</summary>
    HeadingOrText,
    /// <summary>A line was begun as a paragraph of its own, or put behind the sentence before it.</summary>
    ParagraphOrSame,
    /// <summary>A number at the start of a line was left in the text although it could begin a clause.</summary>
    NumberOrWord,
    /// <summary>Numbers are missing between this clause and the one before it.</summary>
    NumberSkipped,
    /// <summary>The number is printed twice.</summary>
    NumberRepeated,
    /// <summary>Two ways of numbering of the same rank stand inside each other: the depth is a guess.</summary>
    LevelGuessed,
    /// <summary>A paragraph below a list was given to the clause above the list; it may belong to the last item.</summary>
    OwnerGuessed,
    /// <summary>No number is printed: the clause was counted.</summary>
    Unnumbered,
    /// <summary>A line beside a page break was dropped as running head or foot.</summary>
    PageLineDropped,
    /// <summary>A number on a line of its own: page number, or the number of the text below.</summary>
    LoneNumber,
    /// <summary>The cells of a table were told apart by their words alone.</summary>
    TableGuessed,
    /// <summary>A short line without number was taken as the name of a part.</summary>
    PartGuessed,
}
