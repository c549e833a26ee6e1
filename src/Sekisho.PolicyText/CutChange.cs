namespace Sekisho.PolicyText;

/// <summary>What a person may do with one clause in the review: the alternatives of an uncertain cut are some of these.</summary>
public enum CutChange
{
    /// <summary>It is right as it was read.</summary>
    Confirm,
    /// <summary>Put it behind the clause before it.</summary>
    Merge,
    /// <summary>Begin a new clause in the middle of it.</summary>
    Split,
    /// <summary>Its first words are its heading.</summary>
    MakeHeading,
    /// <summary>Its heading is text.</summary>
    MakeText,
    /// <summary>Give it another level.</summary>
    Relevel,
    /// <summary>Put it below the clause before it.</summary>
    Deeper,
    /// <summary>Put it beside the clause it stands below.</summary>
    Shallower,
    /// <summary>It is no part of the document.</summary>
    Drop,
}
