namespace Sekisho.Policy.Records;

/// <summary>One record as it stands in the list.</summary>
/// <param name="Kind">Code of its <see cref="RecordClassRow"/>.</param>
/// <param name="Ref">Which row of that kind.</param>
/// <param name="MadeOn">The day it was made.</param>
/// <param name="EndedOn">The day it was closed or replaced; null while it is in use, and the years have not begun.</param>
public sealed record RecordItem(string Kind, string Ref, string Title, DateOnly MadeOn, DateOnly? EndedOn, RecordClassRow Class, DisposalItemRow? Disposal)
{
    /// <summary>起算日: 1 April after the day it ended.</summary>
    public DateOnly? StartsOn => EndedOn is { } day ? new DateOnly(day.Month >= 4 ? day.Year + 1 : day.Year, 4, 1) : null;
    /// <summary>Last day it is kept.</summary>
    public DateOnly? ExpiresOn => StartsOn?.AddYears(Class.RetentionYears).AddDays(-1);

    /// <summary>used, kept, expired, asked (waits for the decision) or gone.</summary>
    public string State(DateOnly today) => Disposal?.DoneAt is not null ? "gone" : Disposal is not null ? "asked" : ExpiresOn is not { } end ? "used" : end < today ? "expired" : "kept";
}
