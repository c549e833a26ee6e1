using System.Globalization;
using Sekisho.Kernel;
using Sekisho.Kernel.Verdicts;
using Sekisho.Shell.Language;

namespace Sekisho.Policy.Paper;

/// <summary>The sentences of the report, the same on screen and in Word.</summary>
internal static class ReportWords
{
    public static string Conclusion(BriefReport report, Words words) =>
        words["policy.report.conclusion", report.Counted, report.Kept, report.Rate is { } rate ? Text(rate) : "-"] + (report.Waiting.Count > 0 ? words["policy.report.asks", report.Waiting.Count] : "");

    public static string Change(BriefReport report, Words words) => report.RateBefore is { } before && report.Rate is { } now
        ? words["policy.report.change", Text(before), Signed(now - before)] : words["policy.report.nochange"];

    /// <summary>Four numbers, each with what it was thirty days ago.</summary>
    public static IReadOnlyList<(string Name, string Value, string Note)> Figures(BriefReport report, Words words) =>
    [
        (words["policy.board.rate"], report.Rate is { } rate ? Text(rate) + "%" : "-", Then(report.RateBefore, "%", words)),
        Figure(report, words, words["shell.verdict.non_conforming"], Verdict.NonConforming),
        Figure(report, words, words["policy.report.unseen"], Verdict.Unknown, Verdict.Unmeasurable),
        Figure(report, words, words["shell.verdict.exception"], Verdict.Exception),
    ];

    public static IReadOnlyList<string> Decide(BriefReport report, Words words) =>
    [
        .. report.Waiting.Select(e => words["policy.report.decide.exception", e.Name, e.Title, words.Day(e.LastDay)]),
        .. report.OpenRoles > 0 ? [words["policy.report.decide.roles", report.OpenRoles]] : Array.Empty<string>(),
        .. report.UndecidedValues > 0 ? [words["policy.report.decide.values", report.UndecidedValues]] : Array.Empty<string>(),
    ];

    public static IReadOnlyList<string> Happened(BriefReport report, Words words) =>
        [.. report.Happened.Select(c => words["policy.report.became", c.Number + " " + c.Caption, Word(c.Before?.Verdict, words), Word(c.After?.Verdict, words)])];

    public static IReadOnlyList<string> Ahead(BriefReport report, Words words) =>
        [.. report.Next.Select(t => words["policy.report.will", words.Day(t.On), words.IsEnglish ? t.Control.Title.En : t.Control.Title.Ja,
            t.Target.Kind == TargetKind.City ? words["policy.board.city"] : report.Board.Labels.Of(t.Target), Word(t.To, words)])];

    private static (string, string, string) Figure(BriefReport report, Words words, string name, params Verdict[] verdicts) =>
        (name, words["policy.report.count", report.Count(verdicts)], Then(report.CountBefore(verdicts), "", words));

    private static string Then(int? before, string unit, Words words) => before is { } n ? words["policy.report.then", Text(n) + unit] : "";
    private static string Word(Verdict? verdict, Words words) => verdict is { } v ? words["shell.verdict." + v.Code()] : words["policy.history.nothing"];
    private static string Signed(int n) => n > 0 ? "+" + Text(n) : n < 0 ? "−" + Text(-n) : "±0";
    private static string Text(int n) => n.ToString(CultureInfo.InvariantCulture);
}
