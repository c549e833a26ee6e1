using System.Diagnostics.Metrics;
using Sekisho.Hosting;

namespace Sekisho.Tests.Executable.Hosting;

public sealed class MetricsCollectorTests
{
    [Fact]
    public void Counters_gauges_and_histograms_become_the_text_that_collectors_read()
    {
        using var collector = new MetricsCollector();
        using var meter = new Meter("Sekisho.MetricsCollectorTests");
        var (counter, gauge, histogram) = (meter.CreateCounter<long>("sekisho.trial.count"), meter.CreateGauge<long>("sekisho.trial.level"), meter.CreateHistogram<double>("sekisho.trial.seconds"));
        counter.Add(2, new KeyValuePair<string, object?>("kind", "a \"quoted\" one"));
        counter.Add(3, new KeyValuePair<string, object?>("kind", "a \"quoted\" one"));
        counter.Add(1, new KeyValuePair<string, object?>("kind", "b"));
        gauge.Record(7);
        histogram.Record(0.5, new KeyValuePair<string, object?>("name", "x"));
        histogram.Record(1, new KeyValuePair<string, object?>("name", "x"));
        string.Concat(collector.Text().Split('\n').Where(l => l.Contains("sekisho_trial", StringComparison.Ordinal)).Select(l => l + "\n")).ShouldBe("""
            # TYPE sekisho_trial_count counter
            sekisho_trial_count{kind="a \"quoted\" one"} 5
            sekisho_trial_count{kind="b"} 1
            # TYPE sekisho_trial_level gauge
            sekisho_trial_level 7
            # TYPE sekisho_trial_seconds_count counter
            sekisho_trial_seconds_count{name="x"} 2
            # TYPE sekisho_trial_seconds_sum counter
            sekisho_trial_seconds_sum{name="x"} 1.5

            """);
    }

    [Fact]
    public void Meters_of_others_are_not_counted()
    {
        using var collector = new MetricsCollector();
        using var meter = new Meter("Elsewhere");
        meter.CreateCounter<long>("elsewhere.count").Add(1);
        collector.Text().ShouldNotContain("elsewhere");
    }
}
