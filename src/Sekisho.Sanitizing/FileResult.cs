using Sekisho.Kernel;
using Sekisho.Kernel.Workers;

namespace Sekisho.Sanitizing;

/// <summary>What became of one file.</summary>
/// <param name="Outcome">Held and Blocked have no output.</param>
/// <param name="Output">Bytes written by us; null for Held and Blocked.</param>
/// <param name="OutputName">Cleaned name with the extension of what was written (matrix §3).</param>
/// <param name="DetectedType">Code of <see cref="Identification.FileKind"/>: what the input is.</param>
/// <param name="OutputType">Code the verifier is told; "" without output.</param>
/// <param name="Findings">In the order met.</param>
/// <param name="Children">Files found inside, all levels.</param>
public sealed record FileResult(Outcome Outcome, byte[]? Output, string OutputName, string DetectedType, string OutputType,
    IReadOnlyList<Finding> Findings, IReadOnlyList<ChildFile> Children);
