namespace Sekisho.Platform.Ledger;

/// <summary>Compares the clock with the time that really passed (rule T14).</summary>
/// <remarks>Not thread-safe: the sealer's loop owns it.</remarks>
internal sealed class ClockWatch(TimeProvider time)
{
    /// <summary>A difference beyond this is a jump, not drift.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);
    private (DateTimeOffset Wall, long Stamp) last = (time.GetUtcNow(), time.GetTimestamp());

    /// <summary>How far the clock jumped since the last look, forwards positive; null when it did not.</summary>
    public ClockJump? Look()
    {
        var (wall, stamp) = (time.GetUtcNow(), time.GetTimestamp());
        var expected = last.Wall + time.GetElapsedTime(last.Stamp, stamp);
        last = (wall, stamp);
        return (wall - expected).Duration() > Tolerance ? new(expected, wall) : null;
    }
}
