using System.Diagnostics.Metrics;

namespace Sekisho.Platform;

/// <summary>What the ground counts, under the meter "Sekisho.Platform". Collected and shown by the executable.</summary>
internal static class PlatformMeter
{
    private static readonly Meter Meter = new("Sekisho.Platform");

    /// <summary>Commands by name and outcome (done, repeated, refused, conflict).</summary>
    public static Counter<long> Commands { get; } = Meter.CreateCounter<long>("sekisho.commands");
    /// <summary>Seconds a command took, retries included.</summary>
    public static Histogram<double> CommandSeconds { get; } = Meter.CreateHistogram<double>("sekisho.command.seconds", "s");
    /// <summary>Whole-command retries after a serialisation failure or deadlock.</summary>
    public static Counter<long> CommandRetries { get; } = Meter.CreateCounter<long>("sekisho.command.retries");
    public static Counter<long> RecordsSealed { get; } = Meter.CreateCounter<long>("sekisho.ledger.sealed");
    /// <summary>Leaves of the tree after the last sealing.</summary>
    public static Gauge<long> LedgerSize { get; } = Meter.CreateGauge<long>("sekisho.ledger.size");
    public static Histogram<double> SealSeconds { get; } = Meter.CreateHistogram<double>("sekisho.ledger.seal.seconds", "s");
    /// <summary>Next leaf of each consumer; the distance to the ledger's size is its lag.</summary>
    public static Gauge<long> ConsumerPosition { get; } = Meter.CreateGauge<long>("sekisho.consumer.position");
    public static Counter<long> ConsumerFailures { get; } = Meter.CreateCounter<long>("sekisho.consumer.failures");
    /// <summary>Attempts by kind and end.</summary>
    public static Counter<long> Jobs { get; } = Meter.CreateCounter<long>("sekisho.jobs");
    public static Counter<long> ClockJumps { get; } = Meter.CreateCounter<long>("sekisho.clock.jumps");
    public static Counter<long> ObjectBytes { get; } = Meter.CreateCounter<long>("sekisho.content.bytes", "By");

    public static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
