using System.Diagnostics;
using System.Globalization;
using Sekisho.Bench.Fidelity;
using Sekisho.Bench.Support;
using Sekisho.Tests.Sanitizing.Fuzz;

namespace Sekisho.Bench.Fuzz;

/// <summary>
/// <c>fuzz FORMAT|all MINUTES [SEED]</c>: changed files through engine and verifier in a process of their own, so that a crash is seen. Faults are grouped by what
/// broke and where; the first item of each group is written to artifacts/fuzz.
/// </summary>
internal static class FuzzBench
{
    private const int Restarts = 40;

    internal static int Run(string format, double minutes, int seed)
    {
        if (format != "all" && !FuzzFormats.Groups.ContainsKey(format))
        {
            Console.Error.WriteLine("formats: all " + string.Join(' ', FuzzFormats.Groups.Keys));
            return 2;
        }
        var machine = Machine.Describe();
        var folder = Path.Combine(Results.Repository(), "artifacts", "fuzz");
        Directory.CreateDirectory(folder);
        var more = MadeDocuments.Folder();
        var faults = 0;
        foreach (var one in format == "all" ? FuzzFormats.Groups.Keys : (IEnumerable<string>)[format])
        {
            var tally = new FuzzTally();
            Rounds(one, minutes * 60, seed, more, tally);
            faults += tally.Faults.Count;
            Results.Append("fuzz", TimeProvider.System.GetUtcNow(), machine, [tally.Line(one, minutes, seed), .. tally.Faults.Select(f => string.Create(CultureInfo.InvariantCulture, $"  {one}: {f.Key} ({f.Value.Count} times, first item {f.Value.First})"))]);
            foreach (var (_, number) in tally.Faults.Values) Show(one, seed, number, Path.Combine(folder, one + "-" + number.ToString(CultureInfo.InvariantCulture)));
        }
        return faults == 0 ? 0 : 1;
    }

    /// <summary>In a process of its own: what broke one breaks it again.</summary>
    private static void Show(string format, int seed, int number, string file)
    {
        using var shown = Process.Start(Self("fuzz-item", format, seed.ToString(CultureInfo.InvariantCulture), number.ToString(CultureInfo.InvariantCulture), file))!;
        shown.WaitForExit();
    }

    private static ProcessStartInfo Self(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(FuzzBench).Assembly.Location);
        foreach (var a in arguments) start.ArgumentList.Add(a);
        return start;
    }

    private static void Rounds(string format, double seconds, int seed, string more, FuzzTally tally)
    {
        var clock = Stopwatch.StartNew();
        for (var round = 0; round < Restarts && clock.Elapsed.TotalSeconds < seconds; round++)
        {
            var start = Self("fuzz-child", format, (seconds - clock.Elapsed.TotalSeconds).ToString("F1", CultureInfo.InvariantCulture), seed.ToString(CultureInfo.InvariantCulture), (tally.At + 1).ToString(CultureInfo.InvariantCulture), more);
            (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
            // LM-17: what a worker has.
            start.Environment["DOTNET_GCHeapHardLimit"] = "0x40000000";
            start.Environment["DOTNET_gcConcurrent"] = "0";
            using var child = Process.Start(start)!;
            var words = child.StandardError.ReadToEndAsync();
            while (child.StandardOutput.ReadLine() is { } line) tally.Read(line);
            child.WaitForExit();
            var last = words.GetAwaiter().GetResult();
            if (tally.Ended) return;
            if (!tally.Hung) tally.Add("crash, exit " + child.ExitCode.ToString(CultureInfo.InvariantCulture) + " " + Shown(last));
            tally.Hung = false;
        }
    }

    private static string Shown(string words) =>
        string.Join(" | ", words.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith("Unhandled", StringComparison.Ordinal) || l.StartsWith("Stack overflow", StringComparison.Ordinal) || l.StartsWith("at Sekisho", StringComparison.Ordinal) || l.StartsWith("Out of memory", StringComparison.Ordinal)).Take(3));
}
