using System.Globalization;

namespace Sekisho.Bench.Support;

/// <summary>What a result must say of where it was reached.</summary>
internal static class Machine
{
    /// <summary>Cores, processor, memory, kernel and the load others put on it.</summary>
    public static string Describe()
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor";
        var memory = long.Parse(File.ReadLines("/proc/meminfo").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) >> 20;
        var load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        return string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, {model}, {memory} GiB, load before {load}, .NET {Environment.Version}");
    }
}
