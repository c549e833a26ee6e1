using System.Globalization;

namespace Sekisho.Journeys.Support;

/// <summary>The machine's processes, as the kernel lists them, and signals to them.</summary>
internal static class Processes
{
    /// <summary>Living processes whose command line has the text in it.</summary>
    public static IReadOnlyList<(int Id, string CommandLine)> Naming(string text) =>
        [.. All().Select(id => (Id: id, CommandLine: Read(id, "cmdline").Replace('\0', ' ').Trim())).Where(p => p.CommandLine.Contains(text, StringComparison.Ordinal))];

    public static async Task SignalAsync(string signal, params IEnumerable<int> processes)
    {
        foreach (var id in processes) await Command.RunAsync("/bin/kill", ["-" + signal, Text(id)]);
    }

    /// <summary>Waits until the process has ended; a dead one that nobody has buried yet counts as ended.</summary>
    public static Task WaitForEndAsync(int id) => Patience.UntilAsync(() => Task.FromResult(Read(id, "cmdline").Length == 0), "process " + Text(id) + " ends");

    /// <summary>What <c>/proc/ID/FILE</c> says; empty when the process is gone or closed to us.</summary>
    public static string Read(int id, string file)
    {
        try
        {
            return File.ReadAllText("/proc/" + Text(id) + "/" + file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    public static int Parent(int id)
    {
        var stat = Read(id, "stat");
        // The command name may hold spaces and brackets: fields are counted from the last bracket.
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 1 ? int.Parse(fields[1], CultureInfo.InvariantCulture) : 0;
    }

    public static IEnumerable<int> All() => Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
        .Where(n => n is { Length: > 0 } && n.All(char.IsAsciiDigit)).Select(n => int.Parse(n!, CultureInfo.InvariantCulture));

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
