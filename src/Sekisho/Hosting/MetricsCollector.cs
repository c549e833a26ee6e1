using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Sekisho.Hosting;

/// <summary>Adds up what our own meters (names beginning with "Sekisho") report and writes it as text. Thread-safe.</summary>
internal sealed class MetricsCollector : IDisposable
{
    private readonly ConcurrentDictionary<string, double> values = new(StringComparer.Ordinal);
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
        values["sekisho_process_resident_bytes"] = Environment.WorkingSet;
        values["sekisho_process_threads"] = ThreadPool.ThreadCount;
        var text = new StringBuilder();
        foreach (var (name, value) in values.OrderBy(v => v.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{name} {value}\n");
        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state = null)
    {
        var name = instrument.Name.Replace('.', '_') + Labels(tags);
        if (instrument is Counter<long> or Counter<int> or Counter<double>) values.AddOrUpdate(name, value, (_, old) => old + value);
        else if (instrument is Histogram<double> or Histogram<long>)
        {
            values.AddOrUpdate(name + "_sum", value, (_, old) => old + value);
            values.AddOrUpdate(name + "_count", 1, (_, old) => old + 1);
        }
        else values[name] = value;
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
