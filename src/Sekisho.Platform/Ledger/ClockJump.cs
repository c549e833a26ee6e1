namespace Sekisho.Platform.Ledger;

/// <summary>The clock showed <paramref name="Shown"/> when <paramref name="Expected"/> was due.</summary>
internal sealed record ClockJump(DateTimeOffset Expected, DateTimeOffset Shown)
{
    public long Seconds => (long)(Shown - Expected).TotalSeconds;
}
