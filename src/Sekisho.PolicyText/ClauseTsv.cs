using System.Globalization;
using System.Text;

namespace Sekisho.PolicyText;

/// <summary>The tree as a table: UTF-8 text, tabs, LF, one header line, one row a clause in printed order.</summary>
public static class ClauseTsv
{
    public const string Header = "path\tlevel\tprinted_label\tcaption\ttext_head20\tsentence_count\ttext_chars\ttext_sha256";
    private const int HeadLength = 20;

    public static string Write(ParsedPolicy policy)
    {
        var table = new StringBuilder(Header).Append('\n');
        foreach (var clause in policy.All) table.Append(Row(clause)).Append('\n');
        return table.ToString();
    }

    public static string Row(Clause clause) => string.Join('\t',
        clause.Path, clause.Level.Code(), Cell(clause.PrintedLabel), Cell(clause.Caption), Cell(Characters.FirstCharacters(clause.Text, HeadLength)),
        clause.Sentences.Count.ToString(CultureInfo.InvariantCulture), clause.TextLength.ToString(CultureInfo.InvariantCulture), clause.TextLength == 0 ? "" : clause.TextDigest.Hex);

    /// <summary>A tab or line end inside a cell would break the table; both are white space, which carries no meaning here.</summary>
    private static string Cell(string text) => text.Replace('\t', ' ').Replace('\n', ' ');
}
