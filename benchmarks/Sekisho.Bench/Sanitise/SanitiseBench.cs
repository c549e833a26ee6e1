using System.Diagnostics;
using System.Globalization;
using Sekisho.Bench.Support;

namespace Sekisho.Bench.Sanitise;

/// <summary>
/// <c>sanitise [FILES]</c>: the same files through <c>sekisho sanitise --batch</c>, mat2, LibreOffice with drawn pages, and qpdf, one after the other in each round, so that
/// what else the machine does meets all alike. Then single calls, growing documents and folders, and a presentation of nearly 100 MiB with the memory of each process.
/// </summary>
internal static class SanitiseBench
{
    private const int Rounds = 3, Single = 15;

    internal static int Run(int files)
    {
        var machine = Machine.Describe();
        var work = Directory.CreateTempSubdirectory("sekisho-speed-").FullName;
        try
        {
            List<string> lines = [string.Create(CultureInfo.InvariantCulture, $"{Rounds} rounds, median of each side; {files} files a folder (pixel way: 4), start of the program and both workers counted; mat2 with --unknown-members omit; sizes are output : input")];
            foreach (var (name, sources, office) in SpeedFiles.Kinds) lines.Add(Compare(work, name, sources, office, files));
            lines.AddRange(Calls(work));
            lines.AddRange(Growth(work));
            lines.Add(Numbers(work));
            lines.Add(Large(work));
            lines.Add("load after: " + File.ReadAllText("/proc/loadavg").Split(' ')[0]);
            Results.Append("sanitise", TimeProvider.System.GetUtcNow(), machine, lines);
            return 0;
        }
        finally { Directory.Delete(work, recursive: true); }
    }

    private static string Compare(string work, string name, string[] sources, bool office, int files)
    {
        string folder = Path.Combine(work, name), few = Path.Combine(work, name + "-few");
        SpeedFiles.Fill(folder, sources, files);
        SpeedFiles.Fill(few, sources, 4);
        var input = Size(folder);
        List<double> ours = [], mat2 = [], pixels = [], qpdf = [];
        var sizes = "";
        for (var round = 0; round < Rounds; round++)
        {
            if (Sides.Ours(work, folder) is { } a) { ours.Add(files / a.Seconds); sizes = Ratio(a.Bytes, input); }
            if (Sides.Mat2(work, folder) is { } m) mat2.Add(files / m.Seconds);
            if (office && Sides.Pixels(work, few) is { } p) pixels.Add(4 / p.Seconds);
            if (name == "pdf" && Sides.Qpdf(work, folder) is { } q) qpdf.Add(files / q.Seconds);
        }
        var own = Median(ours);
        return string.Create(CultureInfo.InvariantCulture, $"{name}: {own:F1} files/s, size × {sizes}") + Against("mat2", own, mat2, 20) + Against("pixel way", own, pixels, 100) + Against("qpdf", own, qpdf, 0.5);
    }

    private static string Against(string name, double own, List<double> theirs, double bar)
    {
        if (theirs.Count == 0) return "";
        var ratio = own / Median(theirs);
        return string.Create(CultureInfo.InvariantCulture, $"; {name} {Median(theirs):F2} files/s, ratio {ratio:F1} (bar {bar}{(ratio >= bar ? "" : ", missed")})");
    }

    /// <summary>One call of the command line for a docx of 200 kB; cold is the first one.</summary>
    private static IEnumerable<string> Calls(string work)
    {
        var file = Path.Combine(work, "single.docx");
        File.WriteAllBytes(file, SpeedFiles.Docx(200_000));
        List<double> wall = [];
        for (var i = 0; i < Single; i++)
        {
            wall.Add(Call(work, file, watched: false).Milliseconds);
        }
        yield return string.Create(CultureInfo.InvariantCulture,
            $"one call, docx of {new FileInfo(file).Length / 1000} kB: cold {wall[0]:F0} ms; best {wall.Min():F0}, p50 {At(wall, 0.5):F0}, p95 {At(wall, 0.95):F0}, p99 {At(wall, 0.99):F0} ms (bar 300 ms{(At(wall, 0.5) <= 300 ? "" : ", missed")})");
    }

    private static IEnumerable<string> Growth(string work)
    {
        var rows = new List<string>();
        foreach (var bytes in (int[])[250_000, 500_000, 1_000_000, 2_000_000, 4_000_000])
        {
            var file = Path.Combine(work, "grown.docx");
            File.WriteAllBytes(file, SpeedFiles.Docx(bytes));
            var best = Enumerable.Range(0, 3).Min(_ => Call(work, file, watched: false).Milliseconds);
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(file).Length / 1000:N0} kB {best:F0} ms {new string('#', (int)(best / 100))}"));
        }
        yield return "growth (docx, best of 3 calls): " + string.Join("; ", rows);
    }

    /// <summary>Folders of more and more files: what one file more costs.</summary>
    private static string Numbers(string work)
    {
        List<string> rows = [];
        foreach (var count in (int[])[20, 40, 80, 160])
        {
            var folder = Path.Combine(work, FormattableString.Invariant($"docx-{count}"));
            SpeedFiles.Fill(folder, ["letter.docx"], count);
            if (Sides.Ours(work, folder) is { } ours) rows.Add(string.Create(CultureInfo.InvariantCulture, $"{count} files {ours.Seconds:F2} s {new string('#', (int)(ours.Seconds * 10))}"));
        }
        return "number (docx): " + string.Join("; ", rows);
    }

    private static string Large(string work)
    {
        var file = Path.Combine(work, "large.pptx");
        File.WriteAllBytes(file, SpeedFiles.Pptx(95L << 20));
        var (ms, most, exit) = Call(work, file, watched: true);
        return string.Create(CultureInfo.InvariantCulture, $"pptx of {new FileInfo(file).Length >> 20} MiB: exit {exit}, {ms / 1000:F1} s, largest process {most >> 20} MiB resident (bar 512{(most >> 20 <= 512 ? "" : ", missed")})");
    }

    /// <summary>Wall time in milliseconds, largest resident size of any process it started, exit status.</summary>
    private static (double Milliseconds, long Resident, int Exit) Call(string work, string file, bool watched)
    {
        var start = new ProcessStartInfo(Sides.Program, ["sanitise", file, "-o", Path.Combine(work, "single-out")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        long most = 0;
        // Looking at all processes takes time of its own: not where time is what is asked.
        if (!watched) process.WaitForExit();
        else while (!process.WaitForExit(25)) most = Math.Max(most, Resident.Largest(process.Id));
        var took = clock.Elapsed.TotalMilliseconds;
        foreach (var f in Directory.GetFiles(work, "single-out*")) File.Delete(f);
        return (took, most, process.ExitCode);
    }

    private static long Size(string folder) => Directory.GetFiles(folder).Sum(f => new FileInfo(f).Length);

    private static string Ratio(long bytes, long input) => (bytes / (double)input).ToString("F2", CultureInfo.InvariantCulture);

    private static double Median(List<double> values) => At(values, 0.5);

    private static double At(List<double> values, double share) => values.Order().ElementAt(Math.Min(values.Count - 1, (int)(values.Count * share)));
}
