namespace Sekisho.Hosting.Cities;

/// <summary>A clock that is moved forward by hand and otherwise runs: the demonstration city lives its year before the program starts.</summary>
internal sealed class SimulatedClock(TimeProvider real) : TimeProvider
{
    private DateTimeOffset origin = real.GetUtcNow();
    private long setAt = real.GetTimestamp();

    /// <summary>Moves to <paramref name="instant"/>; never back.</summary>
    internal void MoveTo(DateTimeOffset instant)
    {
        if (instant <= GetUtcNow() && moved) return;
        (origin, setAt, moved) = (instant, real.GetTimestamp(), true);
    }

    public override DateTimeOffset GetUtcNow() => origin + real.GetElapsedTime(setAt);

    private bool moved;
}
