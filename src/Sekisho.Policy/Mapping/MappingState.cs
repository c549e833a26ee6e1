namespace Sekisho.Policy.Mapping;

/// <summary>Where a sentence stands.</summary>
public enum MappingState
{
    /// <summary>Nobody has decided.</summary>
    Open,
    /// <summary>Confirmed here, in the pack or about to be.</summary>
    Confirmed,
    /// <summary>In an obligation that came with the pack or from an earlier edition.</summary>
    Bound,
    /// <summary>No obligation, with the reason.</summary>
    Excluded,
}
