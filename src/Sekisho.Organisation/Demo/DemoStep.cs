using Sekisho.Organisation.Import;

namespace Sekisho.Organisation.Demo;

/// <summary>One day in the demonstration city's history on which files are imported: the name of a folder like 2026-03-24 and its CSVs.</summary>
public sealed record DemoStep(DateOnly Day, IReadOnlyList<ImportFile> Files);
