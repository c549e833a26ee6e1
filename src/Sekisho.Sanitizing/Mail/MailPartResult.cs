using Sekisho.Kernel;
using Sekisho.Kernel.Workers;

namespace Sekisho.Sanitizing.Mail;

/// <summary>What became of one part that is no body.</summary>
/// <param name="Place">Part number in the message as received, e.g. "2" or "3/1" for a part of a nested message.</param>
/// <param name="Name">As shown, control characters made visible.</param>
/// <param name="Input">The bytes as found, transfer encoding undone; still hostile.</param>
/// <param name="Output">What is delivered in its place: the rebuilt file, or the note that says why there is none.</param>
/// <param name="OutputName">Name of what is delivered.</param>
public sealed record MailPartResult(string Place, string Name, string DeclaredType, string DetectedType, Outcome Outcome, Untrusted<byte[]> Input,
    byte[] Output, string OutputName, string OutputMediaType, IReadOnlyList<Finding> Findings, IReadOnlyList<ChildFile> Children)
{
    /// <summary>True when <see cref="Output"/> is the note.</summary>
    public bool IsNote => Outcome is Outcome.Held or Outcome.Blocked;
}
