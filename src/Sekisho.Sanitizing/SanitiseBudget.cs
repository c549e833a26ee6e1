using Sekisho.Kernel;

namespace Sekisho.Sanitizing;

/// <summary>
/// What is left to spend on one top-level item. One object is handed down the whole recursion, so nested things spend the parent's
/// budget (matrix §1). Not thread-safe: one item is worked on by one thread.
/// </summary>
public sealed class SanitiseBudget(SanitiseLimits limits)
{
    private long expanded;
    private int entries;

    public SanitiseLimits Limits { get; } = limits;
    /// <summary>Bytes spent so far, for the report.</summary>
    public long Expanded => expanded;
    /// <summary>Entries spent so far, for the report.</summary>
    public int Entries => entries;

    /// <summary>Spends <paramref name="bytes"/> of LM-02.</summary>
    internal void Expand(long bytes, string place)
    {
        expanded = checked(expanded + bytes);
        if (expanded > Limits.ExpandedBytes) throw new FileStop("LM-02", Outcome.Blocked, place);
    }

    /// <summary>Spends <paramref name="count"/> entries of LM-04.</summary>
    internal void Enter(int count, string place)
    {
        entries = checked(entries + count);
        if (entries > Limits.EntriesInTree) throw new FileStop("LM-04", Outcome.Blocked, place);
    }

    /// <summary>LM-03: one stream that grew from <paramref name="packed"/> to <paramref name="size"/> bytes.</summary>
    internal void CheckRatio(long packed, long size, string place)
    {
        if (size > Limits.RatioFrom && size / Math.Max(1, packed) > Limits.Ratio) throw new FileStop("LM-03", Outcome.Blocked, place);
    }
}
