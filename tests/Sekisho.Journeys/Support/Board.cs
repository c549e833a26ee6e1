namespace Sekisho.Journeys.Support;

/// <summary>The verdicts as the ledger was told them.</summary>
internal static class Board
{
    /// <summary>Waits until the judge told the ledger this of a control, <paramref name="since"/> or later.</summary>
    /// <param name="verdict">CONTROL=code, e.g. SAN-01=partial.</param>
    /// <param name="at">The installation.</param>
    /// <param name="since">A moment as PostgreSQL reads it.</param>
    public static Task SaysAsync(Installation at, string verdict, string since) => Patience.UntilAsync(async () => await Superuser.SqlAsync(at, $"""
        select 1 from platform.record where name = 'clause.verdict.computed' and recorded_at >= '{since}' and body -> 'payload' -> 'control_verdicts' ? '{verdict}' limit 1
        """) == "1", verdict, TimeSpan.FromSeconds(90));
}
