namespace Sekisho.PolicyText.Exchange;

/// <summary>A table's cells again: the reader keeps the last cell of a row as text and those before it as caption.</summary>
internal static class ClauseTable
{
    public static List<List<string>> Rows(Clause table) => [.. table.Children.Select((row, i) => i == 0
        ? row.Text.Split(" | ").ToList()
        : [.. row.Caption.Split(Tables.TableReader.Between), row.Text])];
}
