namespace Sekisho.Shell.Components;

/// <summary>One square of a 決裁欄: the post and, once decided, the surname and the day.</summary>
public sealed record Seal(string Post, string? Surname, DateOnly? Day);
