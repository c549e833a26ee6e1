using System.Globalization;
using System.Text;
using Sekisho.Conformity.Rules;

namespace Sekisho.Conformity.Judging;

/// <summary>Fills a clause's sentence: {set} the number of facts, {set.field} the field of its newest fact, {$name} a parameter.</summary>
internal static class ClauseSentence
{
    public static string Fill(string say, RuleScope scope, SetReading sets)
    {
        var text = new StringBuilder(say.Length + 16);
        var at = 0;
        while (at < say.Length)
        {
            var open = say.IndexOf('{', at);
            var close = open < 0 ? -1 : say.IndexOf('}', open);
            if (close < 0) return text.Append(say, at, say.Length - at).ToString();
            text.Append(say, at, open - at).Append(One(say[(open + 1)..close], scope, sets));
            at = close + 1;
        }
        return text.ToString();
    }

    private static string One(string name, RuleScope scope, SetReading sets)
    {
        if (name.StartsWith('$')) return scope.Value(new Operand(name), null);
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var rows = sets.Rows(dot < 0 ? name : name[..dot]);
        if (dot < 0) return rows.Count.ToString(CultureInfo.InvariantCulture);
        return rows.Count == 0 ? "" : FieldReader.Text(rows[^1], name[(dot + 1)..]) ?? "";
    }
}
