using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Organisation;
using Sekisho.Platform;

namespace Sekisho.Policy.Exceptions;

/// <summary>How an exception or a request ends for the ledger: from then on it is on no list of what is running.</summary>
internal static class ExceptionEnds
{
    /// <param name="cause">returned: the clause is kept again; revoked: before its last day; renewed: another one follows.</param>
    public static void End(UnitOfWork work, ExceptionRow row, string cause)
    {
        (row.State, row.EndedOn, row.EndCause) = (ExceptionRow.Ended, JapanTime.Day(work.Now), cause);
        Tell(work, row, cause);
    }

    public static void Tell(UnitOfWork work, ExceptionRow row, string cause) => work.Fact(new ExceptionExpired(ExceptionLink.Text(row.Id), cause, work.Now));

    public static Dictionary<string, string> Args(ExceptionRow row) => new(StringComparer.Ordinal)
    {
        ["title"] = row.Name + " " + row.Title, ["day"] = row.LastDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
    };
}
