namespace Sekisho.PolicyText.Linting;

/// <summary>A rule's name, weight (error, warning, info) and sentences with {0}, {1} … for what was found.</summary>
public sealed record LintRule(string Id, string Severity, string Japanese, string English);
