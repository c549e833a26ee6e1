using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;
using Sekisho.Verifying;

namespace Sekisho.Tests.Sanitizing.Fuzz;

/// <summary>One changed file and the laws it must keep. Number and seed make the same item again.</summary>
internal sealed class FuzzItem
{
    private readonly FuzzSeeds seeds;
    private readonly int chance;

    internal FuzzItem(FuzzSeeds seeds, string[] extensions, int seed, int number)
    {
        this.seeds = seeds;
        chance = unchecked(seed * 1_000_003 + number);
        var r = new Random(chance);
        var has = extensions.Where(e => seeds.Count(e) > 0).ToArray();
        var extension = has[r.Next(has.Length)];
        Name = "a." + extension;
        Bytes = FuzzFormats.Change(extension, seeds.Any(extension, r), r);
        if (r.Next(4) == 0) Bytes = FuzzFormats.Change(extension, Bytes, r);
        Policy = r.Next(4) == 0 ? new FilePolicy { Links = LinkPolicy.Remove, KeepComments = false, KeepHidden = false, ArchiveWhole = false } : new FilePolicy { ArchiveWhole = r.Next(2) == 0 };
    }

    internal string Name { get; }
    internal byte[] Bytes { get; }
    private FilePolicy Policy { get; }

    private FileResult Run(string name, byte[] bytes, bool again = false) => FileSanitiser.Sanitise(new(bytes), new(name, null, new(new()), Policy, 0, new FuzzTools(seeds, chance, again)));

    /// <summary>The broken law and what was seen; null when all hold.</summary>
    internal (string? Fault, Outcome Outcome) Check()
    {
        var first = Run(Name, Bytes);
        if (Everything(first).FirstOrDefault(f => f.Rule is "E1" && f.Arguments.GetValueOrDefault("fault", "").EndsWith("Exception", StringComparison.Ordinal)) is { } hole) return ("E1 " + hole.Arguments["fault"], first.Outcome);
        if (first.Output is not { } output) return (first.Outcome is Outcome.Held or Outcome.Blocked ? null : "E1 no output as " + first.Outcome, first.Outcome);
        if (first.Outcome is Outcome.Held or Outcome.Blocked) return ("E1 output of " + first.Outcome, first.Outcome);
        var verdict = OutputVerifier.Verify(output, first.OutputType);
        if (!verdict.Ok) return ("E3 " + string.Join(' ', verdict.Forbidden.Take(3)), first.Outcome);
        if (!output.AsSpan().SequenceEqual(Run(Name, Bytes).Output)) return ("E5 other bytes", first.Outcome);
        return (Again(first, output), first.Outcome);
    }

    private string? Again(FileResult first, byte[] output)
    {
        // A JPEG is coded by a tool, whose stand-in answers what it likes.
        if (HasPixels(first)) return null;
        var again = Run(first.OutputName, output, again: true);
        if (again.Output is null) return "E4 " + again.Outcome + " " + string.Join(' ', again.Findings.Concat(again.Children.SelectMany(c => c.Findings)).Where(f => f.Action is not FindingAction.Kept).Take(2).Select(f => f.Rule + "@" + f.Place));
        if (again.DetectedType != first.OutputType) return "E8 " + first.OutputType + " read as " + again.DetectedType;
        if (again.Outcome != Outcome.Clean) return "E4 " + again.Outcome + " " + string.Join(' ', Everything(again).Where(f => f.Action is not FindingAction.Kept).Take(2).Select(f => f.Rule + "@" + f.Place));
        return output.AsSpan().SequenceEqual(again.Output) ? null : "E4 other bytes";
    }

    private static bool HasPixels(FileResult result) => result.OutputType is "jpeg" || result.Outcome == Outcome.Raster || result.Output!.AsSpan().IndexOf((byte[])[0xFF, 0xD8, 0xFF]) >= 0 || result.Children.Any(c => c.DetectedType is "jpeg");

    private static IEnumerable<Finding> Everything(FileResult result) => result.Findings.Concat(result.Children.SelectMany(c => c.Findings));
}
