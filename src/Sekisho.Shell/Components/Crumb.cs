namespace Sekisho.Shell.Components;

/// <summary>One step of the way to the page.</summary>
public sealed record Crumb(string Label, string Href);
