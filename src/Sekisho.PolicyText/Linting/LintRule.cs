namespace Sekisho.PolicyText.Linting;

/// <summary>A rule's name, weight (error, warning, info), kind of fault and sentences with {0}, {1} … for what was found.</summary>
public sealed record LintRule(string Id, string Severity, string Kind, string Japanese, string English);
