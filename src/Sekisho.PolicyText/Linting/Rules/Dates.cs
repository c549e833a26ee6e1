using Sekisho.PolicyText.Reading;

namespace Sekisho.PolicyText.Linting.Rules;

/// <summary>Days of the text's own history that cannot both be right: in force or revised before it was set, revisions out of order.</summary>
internal static class Dates
{
    /// <summary>Length of a day written in full; a month alone says too little.</summary>
    private const int FullDay = 10;

    public static IEnumerable<LintFinding> Find(LintText text)
    {
        var events = PrintedHistory.Read(text.Policy).Where(e => e.Date.Length == FullDay).ToList();
        var set = events.FirstOrDefault(e => e.Event == "enacted");
        var revisions = events.Where(e => e.Event is "revised" or "fully_revised" && IsHead(text, e)).ToList();
        if (set is not null)
            foreach (var early in events.Where(e => e.Event is "effective" or "revised" or "fully_revised" && string.CompareOrdinal(e.Date, set.Date) < 0)) yield return Finding(text, early, set);
        for (var i = 1; i < revisions.Count; i++)
            if (string.CompareOrdinal(revisions[i].Date, revisions[i - 1].Date) < 0) yield return Finding(text, revisions[i], revisions[i - 1]);
    }

    /// <summary>The lines below the title stand in the order of the years; 附則 stand in any.</summary>
    private static bool IsHead(LintText text, PrintedEvent one) => text.Policy.Find(one.Path)?.Level == ClauseLevel.Meta;

    private static LintFinding Finding(LintText text, PrintedEvent early, PrintedEvent late)
    {
        var clause = text.Of(early.Path);
        return clause.Finding("dates-disagree", 0, clause.Body.Text.Length, Word(early), early.Date, Word(late), late.Date);
    }

    private static string Word(PrintedEvent one) => one.Event switch { "effective" => "施行", "enacted" => "制定", "fully_revised" => "全部改正", _ => "改正" };
}
