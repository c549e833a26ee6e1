namespace Sekisho.Shell.Tables;

/// <summary>One column head. A sort key makes it a link; <paramref name="Number"/> aligns it right.</summary>
public sealed record Column(string Label, string? Sort = null, bool Number = false);
