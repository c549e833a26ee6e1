using System.Globalization;

namespace Sekisho.Bench.Sanitise;

/// <summary>Resident memory of a process and everything below it, from /proc.</summary>
internal static class Resident
{
    /// <summary>Bytes of the largest one now; 0 when all are gone.</summary>
    internal static long Largest(int root)
    {
        var parents = new Dictionary<int, int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Read(id, "stat") is { Length: > 0 } stat)
                parents[id] = int.Parse(stat[(stat.LastIndexOf(')') + 4)..].Split(' ')[0], CultureInfo.InvariantCulture);
        return parents.Keys.Where(id => IsBelow(id, root, parents)).Select(Size).DefaultIfEmpty(0).Max();
    }

    private static bool IsBelow(int id, int root, Dictionary<int, int> parents)
    {
        for (var steps = 0; steps < 50; steps++)
        {
            if (id == root) return true;
            if (!parents.TryGetValue(id, out id)) return false;
        }
        return false;
    }

    private static long Size(int id) => Read(id, "statm").Split(' ') is [_, var pages, ..] ? long.Parse(pages, CultureInfo.InvariantCulture) * Environment.SystemPageSize : 0;

    /// <summary>"" when the process ended meanwhile.</summary>
    private static string Read(int id, string name)
    {
        try { return File.ReadAllText(Path.Combine("/proc", id.ToString(CultureInfo.InvariantCulture), name)); }
        catch (IOException) { return ""; }
    }
}
