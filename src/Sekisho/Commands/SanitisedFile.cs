using Sekisho.Kernel.Workers;

namespace Sekisho.Commands;

/// <summary>What became of one file on the command line.</summary>
/// <param name="Reply">The worker's answer, changed to blocked or held where the verifier or the scanner said so.</param>
/// <param name="Delivered">What may be written; null for held and blocked.</param>
/// <param name="Scan">"not asked", or the scanner's engine and definitions.</param>
internal sealed record SanitisedFile(WorkerReply Reply, WorkerBlob? Delivered, string Scan, DateTimeOffset Started, TimeSpan Took);
