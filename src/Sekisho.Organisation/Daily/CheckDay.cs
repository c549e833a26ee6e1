using System.Globalization;
using Sekisho.Kernel;
using Sekisho.Organisation.Store;
using Sekisho.Platform;

namespace Sekisho.Organisation.Daily;

/// <summary>
/// Once a day: appointments that begin or end by the calendar alone leave vacancies, whose term is over has left, and the look-up rows of persons follow
/// their posts. The command's id is made from the day, so that it happens once however many processes ask.
/// </summary>
public sealed class CheckDay(RosterCommands commands, TimeProvider time)
{
    public const string AuditName = "organisation.day.checked";

    /// <summary>Checks the present day.</summary>
    public Task<Result<string>> RunAsync(CancellationToken ct)
    {
        var today = JapanTime.Day(time.GetUtcNow());
        var day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return commands.RunAsync<string>(IdOf(day), "organisation.check-day", Actor.Service("organisation.daily"),
            (roster, _) => new Decided<string>(EndedTerms.Apply(roster, today), AuditNote.Of(AuditName, [TargetRef.City], ("day", day)), day), ct);
    }

    private static Guid IdOf(string day) => new(Digest.OfText("organisation.check-day/" + day).ToBytes().AsSpan(0, 16));
}
