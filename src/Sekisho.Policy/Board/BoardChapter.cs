namespace Sekisho.Policy.Board;

/// <summary>A chapter of the text and the articles in it.</summary>
public sealed record BoardChapter(string Path, string Label, IReadOnlySet<string> Articles);
