using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText.Linting;

/// <summary>One fault of a policy's own text: a contradiction, a gap, a name in two forms, a broken page.</summary>
/// <param name="Rule">One of the rules of content/lint/rules.tsv.</param>
/// <param name="Path">The clause where a person sees it.</param>
/// <param name="Quote">The words there, as printed; at most 40 characters.</param>
/// <param name="Arguments">What the rule's sentence is filled with.</param>
public sealed record LintFinding(string Rule, ClauseRef Path, string Quote, IReadOnlyList<string> Arguments)
{
    /// <summary>error: the text cannot be followed as it stands; warning: a person must decide; info: worth knowing.</summary>
    public string Severity => LintRules.Find(Rule).Severity;
    /// <summary>The kind of fault, as the shared inventory names it: several rules may find one kind.</summary>
    public string Kind => LintRules.Find(Rule).Kind;
    /// <summary>The sentence for people.</summary>
    public string Japanese => LintRules.Fill(LintRules.Find(Rule).Japanese, Arguments);
    public string English => LintRules.Fill(LintRules.Find(Rule).English, Arguments);
}
