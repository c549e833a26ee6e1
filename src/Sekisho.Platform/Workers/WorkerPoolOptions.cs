namespace Sekisho.Platform.Workers;

/// <summary>How many workers there are and how long one is trusted.</summary>
public sealed record WorkerPoolOptions
{
    public SandboxOptions Sandbox { get; init; } = new();
    /// <summary>Items at work side by side, for rebuilding and for verifying each, 1–64. More than the machine's cores only lengthens every item.</summary>
    public int Lanes { get; init; } = Math.Max(1, Environment.ProcessorCount);
    /// <summary>Items one worker may see, 1–1,000 (law E9): bounds what a taken-over worker can reach. 1 for crossings of Z_MYNO.</summary>
    public int Reuse { get; init; } = 50;
    /// <summary>Whether a used-up worker's successor is started before somebody asks for it. False for a pool that lives for one item.</summary>
    public bool Succeeds { get; init; } = true;
    /// <summary>LM-16: fixed part of an item's time.</summary>
    public TimeSpan BaseTime { get; init; } = TimeSpan.FromSeconds(20);
    /// <summary>LM-16: further time for each MiB.</summary>
    public TimeSpan TimePerMiB { get; init; } = TimeSpan.FromSeconds(2);
    /// <summary>LM-16: no item gets more, its tools included; what comes before this is the worker's own time.</summary>
    public TimeSpan MaximumTime { get; init; } = TimeSpan.FromSeconds(300);
    /// <summary>Time a worker has to say that it is ready.</summary>
    public TimeSpan StartTime { get; init; } = TimeSpan.FromSeconds(20);
    /// <summary>Time one native tool has.</summary>
    public TimeSpan ToolTime { get; init; } = TimeSpan.FromSeconds(60);
    /// <summary>How often the watchdog looks at resident memory.</summary>
    public TimeSpan WatchEvery { get; init; } = TimeSpan.FromMilliseconds(250);
    /// <summary>A file the probe must not be able to read, such as one in the data folder.</summary>
    public string ForbiddenFile { get; init; } = "/etc/passwd";

    internal TimeSpan TimeFor(long bytes)
    {
        var t = BaseTime + (TimePerMiB * (bytes / (double)(1 << 20)));
        return t < MaximumTime ? t : MaximumTime;
    }
}
