namespace Sekisho.PolicyText.Exchange;

/// <summary>A part of a report: a heading, its lines, and a table whose first row is its head. Each may be missing.</summary>
public sealed record WordPart(string? Heading, IReadOnlyList<string> Lines, IReadOnlyList<IReadOnlyList<string>> Rows);
