namespace Sekisho.PolicyText.Comparing;

/// <summary>What became of a clause between two editions.</summary>
public enum ChangeKind
{
    /// <summary>Same place, same words.</summary>
    Same,
    /// <summary>Same place, other words.</summary>
    Changed,
    /// <summary>Another place, same words.</summary>
    Moved,
    /// <summary>Another place, other words.</summary>
    MovedAndChanged,
    /// <summary>One clause became several.</summary>
    Split,
    /// <summary>Several clauses became one.</summary>
    Merged,
    Added,
    Removed,
}
