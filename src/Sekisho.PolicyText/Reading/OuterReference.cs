using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText.Reading;

/// <summary>A place where a clause names a law, a rule or a guideline outside the document.</summary>
/// <param name="Name">As printed, without its number.</param>
/// <param name="Number">平成15年法律第57号 and the like; empty where none is printed.</param>
public sealed record OuterReference(ClauseRef From, string Name, string Number);
