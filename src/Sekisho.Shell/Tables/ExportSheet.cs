namespace Sekisho.Shell.Tables;

/// <summary>One table of a page.</summary>
public sealed record ExportSheet(string Name, IReadOnlyList<IReadOnlyList<ExportCell>> Rows);
