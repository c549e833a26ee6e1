using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Sekisho.Hosting;

/// <summary>Adds up what our own meters (names beginning with "Sekisho") report and writes it as text. Thread-safe.</summary>
internal sealed class MetricsCollector : IDisposable
{
    private readonly ConcurrentDictionary<(string Name, string Labels), double> values = [];
    private readonly ConcurrentDictionary<string, string> kinds = new(StringComparer.Ordinal);
    private readonly MeterListener listener = new();

    public MetricsCollector()
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name.StartsWith("Sekisho", StringComparison.Ordinal)) self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((i, v, tags, _) => Take(i, v, tags));
        listener.SetMeasurementEventCallback<int>((i, v, tags, _) => Take(i, v, tags));
        listener.SetMeasurementEventCallback<double>(Take);
        listener.Start();
    }

    internal string Text()
    {
        listener.RecordObservableInstruments();
        Set("sekisho_process_resident_bytes", "", Environment.WorkingSet);
        Set("sekisho_process_threads", "", ThreadPool.ThreadCount);
        var text = new StringBuilder();
        foreach (var metric in values.GroupBy(v => v.Key.Name, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {metric.Key} {kinds[metric.Key]}\n");
            foreach (var (key, value) in metric.OrderBy(v => v.Key.Labels, StringComparer.Ordinal))
                text.Append(CultureInfo.InvariantCulture, $"{key.Name}{key.Labels} {value}\n");
        }
        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state = null)
    {
        var (name, labels) = (instrument.Name.Replace('.', '_'), Labels(tags));
        if (instrument is Counter<long> or Counter<int> or Counter<double>) Add(name, labels, value);
        else if (instrument is Histogram<double> or Histogram<long>)
        {
            Add(name + "_sum", labels, value);
            Add(name + "_count", labels, 1);
        }
        else Set(name, labels, value);
    }

    private void Add(string name, string labels, double value)
    {
        kinds[name] = "counter";
        values.AddOrUpdate((name, labels), value, (_, old) => old + value);
    }

    private void Set(string name, string labels, double value)
    {
        kinds[name] = "gauge";
        values[(name, labels)] = value;
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.Length == 0) return "";
        var text = new StringBuilder("{");
        foreach (var (key, value) in tags)
            text.Append(text.Length > 1 ? "," : "").Append(key).Append("=\"").Append(Escaped(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")).Append('"');
        return text.Append('}').ToString();
    }

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
