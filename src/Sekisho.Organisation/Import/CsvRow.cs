namespace Sekisho.Organisation.Import;

/// <summary>The cells of one row and the line it begins on, from 1. <see cref="Problem"/> says why the text cannot be read on.</summary>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Cells)
{
    public string? Problem { get; init; }
}
