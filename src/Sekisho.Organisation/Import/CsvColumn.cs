namespace Sekisho.Organisation.Import;

/// <summary>One column: the English key, the heading people write, and whether every file needs it.</summary>
internal sealed record CsvColumn(string Key, string Heading, bool Needed = true);
