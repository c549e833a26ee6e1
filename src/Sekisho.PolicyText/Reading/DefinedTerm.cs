using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText.Reading;

/// <summary>A word the document defines, and the clause that does.</summary>
public sealed record DefinedTerm(string Term, ClauseRef Path);
