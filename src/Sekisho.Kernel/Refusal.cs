namespace Sekisho.Kernel;

/// <summary>
/// An expected failure as a value. <paramref name="Stage"/> is a stable dotted code (tests, API, logs); the two sentences are for a person:
/// what happened and what to do. They never carry a secret, an exception name or a table name.
/// </summary>
public sealed record Refusal(string Stage, string WhatHappened, string WhatToDo)
{
    /// <summary>The form field the refusal belongs to, when there is one.</summary>
    public string? Field { get; init; }
    /// <summary>True when somebody else changed the same row first (HTTP 409).</summary>
    public bool IsConflict { get; init; }
    /// <summary>True when the thing does not exist or lies outside the caller's walls: both are shown the same (HTTP 404).</summary>
    public bool IsNotFound { get; init; }
    public override string ToString() => WhatHappened + WhatToDo;
}
