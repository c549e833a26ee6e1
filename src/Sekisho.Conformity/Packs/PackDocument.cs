namespace Sekisho.Conformity.Packs;

/// <summary>What the pack says of the document itself. Dates are yyyy-MM-dd, or yyyy-MM where the text has no day.</summary>
/// <param name="TextFile">The policy's own text beside pack.yaml, where the pack ships it.</param>
public sealed record PackDocument(string Title, string Kind, string? Number, string? Supersedes, string? TextFile, IReadOnlyList<PackHistory> History)
{
    /// <summary>The text places itself as the policy that the Local Autonomy Act asks for (地方自治法244条の6).</summary>
    public bool IsStatutory { get; init; }
}
