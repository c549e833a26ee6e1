namespace Sekisho.Sanitizing.TextFiles;

/// <summary>One record: its cells as (value, stood in quotes) and the line end that followed ("" at the end of the file).</summary>
internal sealed record CsvRow(IReadOnlyList<(string Value, bool Quoted)> Cells, string End);
