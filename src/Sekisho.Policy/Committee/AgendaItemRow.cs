using Sekisho.Kernel.Calendar;

namespace Sekisho.Policy.Committee;

/// <summary>One thing on the agenda: a proposal that is decided on, or a report that is heard.</summary>
public sealed class AgendaItemRow
{
    public const string Proposal = "proposal", Report = "report";
    public const string OfException = "exception", OfEdition = "edition", OfReview = "review", OfBoard = "board", Other = "other";
    /// <summary>adopted, rejected; continued: taken up again another day; void: voted without a quorum, so nothing follows; noted: heard.</summary>
    public const string Adopted = "adopted", Rejected = "rejected", Continued = "continued", Void = "void", Noted = "noted";

    public required Guid Id { get; init; }
    public required Guid MeetingId { get; init; }
    public required int Position { get; init; }
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required string SubjectKind { get; init; }
    /// <summary>Id of the exception, of the edition or of the review; the day of the board; empty for anything else.</summary>
    public required string SubjectId { get; init; }
    public string? Result { get; set; }
    public required string Condition { get; set; }
    public int? FiscalYear { get; set; }
    public int? Number { get; set; }
    public DateOnly? DecidedOn { get; set; }
    public int? Present { get; set; }
    public int? VotesFor { get; set; }
    public bool? QuorumMet { get; set; }
    public int RowVersion { get; set; } = 1;

    /// <summary>令和8年度 議決第3号; null before a decision that counts.</summary>
    public string? ResolutionName => FiscalYear is { } year && Number is { } number
        ? new FiscalYear(year) + " 議決第" + number.ToString(System.Globalization.CultureInfo.InvariantCulture) + "号" : null;
}
