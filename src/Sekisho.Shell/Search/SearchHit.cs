namespace Sekisho.Shell.Search;

/// <summary>One thing found.</summary>
public sealed record SearchHit(string Title, string Href, string? Note);
