namespace Sekisho.Policy.Reviews;

/// <summary>見直し案件: what gave cause to look at the policy again, what was concluded, and the edition that came of it.</summary>
public sealed class ReviewRow
{
    public const string NoChange = "no_change", Revise = "revise";

    public required Guid Id { get; init; }
    public required string DocumentId { get; init; }
    public required Guid TriggerId { get; init; }
    /// <summary>A code of <see cref="TriggerKinds"/>.</summary>
    public required string TriggerKind { get; init; }
    /// <summary>What it was, in a person's words or the id of the other module's case.</summary>
    public required string TriggerRef { get; set; }
    public required DateOnly OccurredOn { get; init; }
    /// <summary>Clauses that ask for the review, joined by ";".</summary>
    public required string Paths { get; init; }
    public required DateOnly OpenedOn { get; init; }
    public required DateOnly DueOn { get; init; }
    public required string OpenedBy { get; init; }
    /// <summary>no_change or revise; null before the conclusion.</summary>
    public string? Outcome { get; set; }
    public string? Conclusion { get; set; }
    public DateOnly? DecidedOn { get; set; }
    public string? DecidedBy { get; set; }
    /// <summary>The edition a revision led to.</summary>
    public int? NewVersion { get; set; }
    public DateOnly? ClosedOn { get; set; }
    public int RowVersion { get; set; } = 1;
}
