namespace Sekisho.Organisation.Import;

/// <summary>One CSV as text, under the name people know it by.</summary>
public sealed record ImportFile(string Name, string Text);
