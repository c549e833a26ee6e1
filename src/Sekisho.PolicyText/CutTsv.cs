using System.Globalization;
using System.Text;

namespace Sekisho.PolicyText;

/// <summary>The uncertain cuts as a table: UTF-8, tabs, LF, one header line.</summary>
public static class CutTsv
{
    public const string Header = "path\tline\treason\tprinted\talternatives";

    public static string Write(ParsedPolicy policy)
    {
        var table = new StringBuilder(Header).Append('\n');
        foreach (var cut in policy.Uncertain)
            table.AppendJoin('\t', cut.Path, cut.Line.ToString(CultureInfo.InvariantCulture), cut.Reason, cut.Printed.Replace('\t', ' '), string.Join(',', cut.Alternatives)).Append('\n');
        return table.ToString();
    }
}
