using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;

namespace Sekisho.Commands.Worker;

/// <summary>Files found inside others, as the reply carries them.</summary>
internal static class ChildParts
{
    /// <summary>The child as it was found: for the scanner only.</summary>
    internal static WorkerBlob Blob(ChildFile child) => WorkerBlob.Of(BlobRole.Child, Bounded(child.Name), UntrustedAccess.Open(child.Input));

    internal static PartReport Report(ChildFile child) => new(Bounded(child.Name), Bounded(child.Name), "", child.DetectedType, child.Outcome, child.Size, child.Found, 0, child.Output);

    /// <summary>Findings of the child, their places below its own.</summary>
    internal static IEnumerable<Finding> Findings(ChildFile child) =>
        child.Findings.Select(f => f with { Place = Bounded(child.Name + ": " + f.Place, 200) });

    /// <summary>Something in it was opened with a typed password and is to be locked again.</summary>
    internal static bool IsToLock(IEnumerable<Finding> findings, IEnumerable<ChildFile> children) => findings.Concat(children.SelectMany(c => c.Findings)).Any(f => f.Action == FindingAction.Locked);

    /// <summary>A hole in a parser was met: the process is not trusted with another item (law E9).</summary>
    internal static bool IsSuspicious(IEnumerable<Finding> findings) => findings.Any(f => string.Equals(f.Rule, "E1", StringComparison.Ordinal));

    internal static string Bounded(string text, int max = WorkerLimits.NameLength) => text.Length <= max ? text : text[..(max - 1)] + "…";
}
