namespace Sekisho.Shell.Components;

/// <summary>One tab: words, address, how many things are behind it.</summary>
public sealed record Tab(string Label, string Href, int? Count = null);
