using System.Diagnostics;
using System.Globalization;
using System.Text;
using Sekisho.Kernel;
using Sekisho.Tests.Sanitizing.Fuzz;

namespace Sekisho.Bench.Fuzz;

/// <summary>
/// The process that may die: works on one item after the other and tells the parent, line by line, which one it is at and what it saw. A watchdog ends it
/// when an item takes longer than it may; the heap has the limit of a worker.
/// </summary>
internal static class FuzzChild
{
    // LM-16 in processor time: what others do on the machine is not the item's fault.
    private static readonly TimeSpan PerItem = TimeSpan.FromSeconds(20);
    private static long spentBefore;
    private static string lastThrown = "";

    /// <summary>fuzz-child FORMAT SECONDS SEED FIRST SEEDFOLDER.</summary>
    internal static int Run(string format, double seconds, int seed, int first, string more)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        AppDomain.CurrentDomain.FirstChanceException += (_, e) => Remember(e.Exception);
        var seeds = new FuzzSeeds(Path.Combine(Support.Results.Repository(), "tests", "corpus"), more);
        var extensions = FuzzFormats.Groups[format];
        Say("seeds", extensions.Sum(seeds.Count).ToString(CultureInfo.InvariantCulture));
        spentBefore = Spent();
        using var watchdog = new Timer(_ => Watch(), null, 1_000, 1_000);
        var clock = Stopwatch.StartNew();
        for (var number = first; clock.Elapsed.TotalSeconds < seconds; number++)
        {
            Say("at", number.ToString(CultureInfo.InvariantCulture));
            var item = new FuzzItem(seeds, extensions, seed, number);
            var begun = Spent();
            Volatile.Write(ref spentBefore, begun);
            lastThrown = "";
            var (fault, outcome) = item.Check();
            var took = TimeSpan.FromTicks(Spent() - begun).TotalMilliseconds;
            Say("done", string.Create(CultureInfo.InvariantCulture, $"{outcome} {took:F0} {Environment.WorkingSet >> 20}"));
            if (fault is not null) Say("fault", fault + (fault.StartsWith("E1", StringComparison.Ordinal) ? " " + lastThrown : ""));
        }
        Say("end", "");
        return 0;
    }

    /// <summary>Writes an item's bytes, to look at it.</summary>
    internal static int Show(string format, int seed, int number, string more, string file)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var item = new FuzzItem(new FuzzSeeds(Path.Combine(Support.Results.Repository(), "tests", "corpus"), more), FuzzFormats.Groups[format], seed, number);
        File.WriteAllBytes(file + Path.GetExtension(item.Name), item.Bytes);
        Console.WriteLine(item.Check().Fault ?? "all laws kept");
        return 0;
    }

    private static long Spent() => Environment.CpuUsage.TotalTime.Ticks;

    private static void Watch()
    {
        if (TimeSpan.FromTicks(Spent() - Volatile.Read(ref spentBefore)) < PerItem) return;
        Say("hang", "");
        Environment.Exit(9);
    }

    /// <summary>Where an exception that the engine turns into a stop was thrown.</summary>
    private static void Remember(Exception e)
    {
        if (e is not (OverflowException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or FormatException or KeyNotFoundException or InvalidDataException or NullReferenceException or InvalidCastException)) return;
        var frame = new StackTrace(2).GetFrames().FirstOrDefault(f => f.GetMethod()?.DeclaringType?.Namespace?.StartsWith("Sekisho.", StringComparison.Ordinal) == true)?.GetMethod();
        lastThrown = e.GetType().Name + " in " + frame?.DeclaringType?.Name + "." + frame?.Name;
    }

    private static void Say(string what, string text)
    {
        lock (Console.Out)
        {
            Console.Out.Write(what + "\t" + text.ReplaceLineEndings(" ") + "\n");
            Console.Out.Flush();
        }
    }
}
