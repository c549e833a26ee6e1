using System.Globalization;

namespace Sekisho.Platform.Workers;

/// <summary>Reads /proc for what a sandbox and its descendants hold in memory.</summary>
internal static class ProcessTree
{
    /// <summary>Resident bytes of the process and everything below it; processes that end meanwhile count as nothing.</summary>
    internal static long ResidentBytes(int root) => Below(root).Sum(Resident);

    /// <summary>The process and its descendants.</summary>
    internal static IEnumerable<int> Below(int root)
    {
        var parents = new Dictionary<int, int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && Parent(pid) is { } parent)
                parents[pid] = parent;
        return parents.Keys.Where(p => IsBelow(p, root, parents));
    }

    private static bool IsBelow(int pid, int root, Dictionary<int, int> parents)
    {
        for (var hops = 0; hops < 16; hops++)
        {
            if (pid == root) return true;
            if (!parents.TryGetValue(pid, out pid)) return false;
        }
        return false;
    }

    private static int? Parent(int pid)
    {
        var stat = Read(pid, "stat");
        // The command name may hold spaces and brackets: fields are counted from the last bracket.
        var after = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return after.Length > 1 ? int.Parse(after[1], CultureInfo.InvariantCulture) : null;
    }

    private static long Resident(int pid)
    {
        var fields = Read(pid, "statm").Split(' ');
        return fields.Length > 1 ? long.Parse(fields[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize : 0;
    }

    private static string Read(int pid, string file)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/{file}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
