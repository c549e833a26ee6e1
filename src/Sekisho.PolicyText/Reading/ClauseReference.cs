using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText.Reading;

/// <summary>A place where one clause names another of the same document.</summary>
/// <param name="From">The clause that names it.</param>
/// <param name="To">What is named, at the depth printed.</param>
/// <param name="Printed">The words, as printed.</param>
/// <param name="IsResolved">False when the document has no such clause.</param>
public sealed record ClauseReference(ClauseRef From, ClauseRef To, string Printed, bool IsResolved);
