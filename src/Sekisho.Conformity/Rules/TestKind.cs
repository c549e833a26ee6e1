namespace Sekisho.Conformity.Rules;

/// <summary>What a test asks of one field of a fact.</summary>
public enum TestKind
{
    /// <summary>The field holds one of the values.</summary>
    Is,
    /// <summary>The field is there and holds none of the values.</summary>
    Not,
    /// <summary>The list field contains one of the values.</summary>
    Has,
    /// <summary>The field is missing or blank.</summary>
    Empty,
    /// <summary>The field is there (also when its text was erased).</summary>
    Present,
    AtLeast,
    AtMost,
    Above,
    Below,
    /// <summary>The time lies before now minus the span.</summary>
    Older,
    /// <summary>The time lies within the span before now.</summary>
    Within,
    /// <summary>The field holds the same as another field.</summary>
    SameAs,
    /// <summary>The time is not after the time in another field (plus a span).</summary>
    NotAfter,
    /// <summary>The time is after the time in another field (plus a span).</summary>
    After,
}
