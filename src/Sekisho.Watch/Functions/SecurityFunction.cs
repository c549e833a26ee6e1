namespace Sekisho.Watch.Functions;

/// <summary>One safeguard that is tried out regularly, and how the last try went.</summary>
internal sealed class SecurityFunction
{
    public required string FunctionId { get; init; }
    /// <summary>The system the function belongs to; the fact's target.</summary>
    public required string SystemId { get; init; }
    public required string FunctionKind { get; init; }
    /// <summary>True for functions of this product.</summary>
    public required bool Own { get; init; }
    public required DateTimeOffset RegisteredAt { get; init; }
    /// <summary>A code of <see cref="CheckResult"/>; null before the first try.</summary>
    public string? Result { get; set; }
    /// <summary>Stage at which the last try failed; null when it passed.</summary>
    public string? Detail { get; set; }
    public DateTimeOffset? CheckedAt { get; set; }
    public DateTimeOffset? FailedSince { get; set; }
    public int RowVersion { get; set; } = 1;
}
