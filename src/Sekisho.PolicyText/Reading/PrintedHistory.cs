using System.Globalization;
using System.Text.RegularExpressions;
using Sekisho.Kernel.Calendar;

namespace Sekisho.PolicyText.Reading;

/// <summary>Reads dates and numbers of enactment, amendment and commencement out of the head of a document, its amending sentence and its 附則.</summary>
public static partial class PrintedHistory
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private const int Patience = 1000;

    [GeneratedRegex(@"(?:(?<e>明治|大正|昭和|平成|令和)(?<y>元|[0-9]{1,2})|(?<w>[0-9]{4}))年(?:(?<m>[0-9]{1,2})月(?:(?<d>[0-9]{1,2})日)?)?", Options)]
    private static partial Regex Date();
    [GeneratedRegex(@"(?:[^\s()（）。、年月日0-9]{0,8})第[0-9]{1,4}号", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Number();

    public static IReadOnlyList<PrintedEvent> Read(ParsedPolicy policy)
    {
        var events = new List<PrintedEvent>();
        foreach (var clause in policy.All)
        {
            if (clause.Level is ClauseLevel.Meta or ClauseLevel.Amending) ReadClause(clause, clause.Level == ClauseLevel.Amending ? "supersedes" : null, events);
            else if (clause.Level == ClauseLevel.Supplement) foreach (var part in clause.SelfAndBelow()) ReadClause(part, null, events);
        }
        return events;
    }

    /// <summary>A number or title as it is compared: narrow, without white space.</summary>
    public static string Fold(string text) => Characters.WithoutSpace(Characters.Narrow(text));

    /// <summary>The words from the first printed date to the end of its sentence or bracket, narrow and without blanks: 令和6年4月1日から施行する. Null without a date.</summary>
    public static string? DateWords(string text)
    {
        var folded = Fold(text);
        var date = Date().Match(folded);
        if (!date.Success) return null;
        var end = folded.AsSpan(date.Index + date.Length).IndexOfAny("。、()（）");
        return end < 0 ? folded[date.Index..] : folded[date.Index..(date.Index + date.Length + end)];
    }

    private static void ReadClause(Clause clause, string? fixedEvent, List<PrintedEvent> events)
    {
        var text = Fold(clause.Text);
        var number = Number().Match(text) is { Success: true } n ? n.Value : "";
        var dates = Date().Matches(text);
        foreach (Match date in dates) events.Add(new PrintedEvent(fixedEvent ?? EventOf(text), Text(date), number, clause.Path));
        if (dates.Count == 0 && number.Length > 0) events.Add(new PrintedEvent(fixedEvent ?? EventOf(text), "", number, clause.Path));
    }

    private static string EventOf(string text) =>
        Has(text, "施行") ? "effective"
        : Has(text, "全部改正") || Has(text, "全部を改正") ? "fully_revised"
        : Has(text, "改正") || Has(text, "改定") ? "revised"
        : Has(text, "制定") || Has(text, "策定") ? "enacted" : "dated";

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.Ordinal);

    private static string Text(Match date)
    {
        var year = date.Groups["w"].Success ? int.Parse(date.Groups["w"].Value, CultureInfo.InvariantCulture)
            : EraTable.Shipped.Find(date.Groups["e"].Value)!.FirstDay.Year - 1 + (date.Groups["y"].Value == "元" ? 1 : int.Parse(date.Groups["y"].Value, CultureInfo.InvariantCulture));
        return year.ToString("D4", CultureInfo.InvariantCulture) + Part(date.Groups["m"]) + Part(date.Groups["d"]);
    }

    private static string Part(Group group) => group.Success ? "-" + int.Parse(group.Value, CultureInfo.InvariantCulture).ToString("D2", CultureInfo.InvariantCulture) : "";
}
