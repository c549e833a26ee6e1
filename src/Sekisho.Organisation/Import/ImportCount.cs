namespace Sekisho.Organisation.Import;

/// <summary>Rows of one kind of CSV: read, new, changed, the same, refused.</summary>
/// <param name="Kind">Code of the <see cref="CsvKind"/>.</param>
public sealed record ImportCount(string Kind, int Read, int Added, int Changed, int Same, int Refused);
