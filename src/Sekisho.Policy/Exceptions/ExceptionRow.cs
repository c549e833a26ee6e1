using Sekisho.Kernel.Calendar;

namespace Sekisho.Policy.Exceptions;

/// <summary>特例: clauses that cannot be kept for a time, what is done in their place, and until when.</summary>
public sealed class ExceptionRow
{
    /// <summary>kind: an exception from the policy; a measure in place of sanitising; a 部局 that goes by a stricter system.</summary>
    public const string Plain = "exception", Safeguard = "safeguard", Equivalence = "equivalence";
    /// <summary>state: waits for its approval; approved and waits for the committee; in force by its days; then the ways it ended.</summary>
    public const string Asked = "asked", Forwarded = "forwarded", Granted = "granted", Refused = "refused", Withdrawn = "withdrawn", Ended = "ended";

    public static IReadOnlyList<string> Kinds { get; } = [Plain, Safeguard, Equivalence];
    public static IReadOnlyList<string> ReasonClasses { get; } = ["technical", "cost", "other"];
    public static IReadOnlyList<string> States { get; } = [Asked, Forwarded, Granted, Refused, Withdrawn, Ended];

    public required Guid Id { get; init; }
    public required int FiscalYear { get; init; }
    public required int Number { get; init; }
    public required string Kind { get; init; }
    public required string Title { get; init; }
    /// <summary>Ids of obligations, joined by ";"; the lists below likewise.</summary>
    public required string Obligations { get; init; }
    public required string Paths { get; init; }
    public required string Controls { get; init; }
    /// <summary>kind:id of what it is meant for; empty = all of it.</summary>
    public required string Targets { get; init; }
    public required string ReasonClass { get; init; }
    public required string Reason { get; init; }
    public required string Alternative { get; init; }
    /// <summary>Controls that have to conform as long as it counts.</summary>
    public required string Compensations { get; init; }
    public required DateOnly ValidFrom { get; set; }
    /// <summary>First day no longer.</summary>
    public required DateOnly ValidTo { get; init; }
    public required string OrganCode { get; init; }
    public string? UnitId { get; init; }
    public required string RequestedBy { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }
    /// <summary>The one it takes the place of once it is granted.</summary>
    public Guid? Renews { get; init; }
    public required string State { get; set; }
    /// <summary>Resolution of the committee, or the approval where the policy has no committee.</summary>
    public string? DecisionId { get; set; }
    public string? ApproverRole { get; set; }
    /// <summary>What the committee asked for in return.</summary>
    public string? Condition { get; set; }
    public DateOnly? GrantedOn { get; set; }
    public DateOnly? EndedOn { get; set; }
    public string? EndCause { get; set; }
    public DateTimeOffset? RemindedAt { get; set; }
    public int RowVersion { get; set; } = 1;

    /// <summary>令和8年度 特例第3号.</summary>
    public string Name => new FiscalYear(FiscalYear) + " 特例第" + Number.ToString(System.Globalization.CultureInfo.InvariantCulture) + "号";
    public DateOnly LastDay => ValidTo.AddDays(-1);

    public bool IsInForce(DateOnly today) => State == Granted && ValidFrom <= today && today < ValidTo;
    /// <summary>Its days are over and nobody has said that the clause is kept again.</summary>
    public bool IsOverdue(DateOnly today) => State == Granted && ValidTo <= today;

    internal static IReadOnlyList<string> Split(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries);
    internal static string Join(IEnumerable<string> items) => string.Join(';', items);
}
