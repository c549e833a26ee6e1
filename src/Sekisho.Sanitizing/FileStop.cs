using Sekisho.Kernel;

namespace Sekisho.Sanitizing;

/// <summary>
/// Ends the work on one file with a rule: the expected way out of deep parser code. It never leaves this project:
/// <see cref="FileSanitiser"/> and the mail sanitiser turn it into a blocked or held result (law E1).
/// </summary>
internal sealed class FileStop(string rule, Outcome outcome, string place, IReadOnlyDictionary<string, string>? arguments = null)
    : Exception("Stopped by " + rule)
{
    /// <summary>Matrix row.</summary>
    internal string Rule { get; } = rule;
    /// <summary>Held or Blocked.</summary>
    internal Outcome Outcome { get; } = outcome;
    internal string Place { get; } = place;
    internal IReadOnlyDictionary<string, string> Arguments { get; } = arguments ?? new Dictionary<string, string>();
}
