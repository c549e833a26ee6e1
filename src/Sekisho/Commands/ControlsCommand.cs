using System.CommandLine;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Kernel.Verdicts;

namespace Sekisho.Commands;

/// <summary>
/// <c>controls --issue NAME</c>: for every control of that piece of work, the verdicts the journeys reached by real acts and the facts behind them, read from
/// <c>artifacts/controls/*.tsv</c>. Exit 1 names what is missing, 2 says that the journeys have not run.
/// </summary>
internal static class ControlsCommand
{
    private const string CloneVariable = "SEKISHO_CLONE";

    internal static Command Make()
    {
        var issue = new Option<string>("--issue") { Description = "どの仕事の管理策か(カタログの delivered_by)", Required = true };
        var command = new Command("controls", "管理策ごとに、実際に出した事実と判定を示す") { issue };
        command.SetAction(result => Run(
            result.GetRequiredValue(issue), Path.Combine(Environment.GetEnvironmentVariable(CloneVariable) ?? Environment.CurrentDirectory, "artifacts", "controls"), Console.Out));
        return command;
    }

    internal static int Run(string issue, string folder, TextWriter output)
    {
        if (!Directory.Exists(folder) || Directory.GetFiles(folder, "*.tsv").Length == 0)
            return ExitCodes.Say([new Refusal("usage.not-run", $"{folder} に記録がありません。", "先に ./test を実行してください。")]);
        var reading = PackReader.ReadControls(PackFolder.Read(PackFolder.Own));
        if (reading.Value is not { } catalogue) return ExitCodes.Say([.. reading.Problems.Select(p => new Refusal("pack", p.ToString(), "この行を直してください。"))]);
        var rows = ReachedVerdict.ReadAll(folder);
        var missing = 0;
        output.WriteLine("control_id\tverdict\tfacts\tjourneys");
        foreach (var control in catalogue.Controls.Where(c => string.Equals(c.DeliveredBy, issue, StringComparison.Ordinal)))
            foreach (var verdict in Wanted(control))
            {
                var reached = rows.Where(r => r.Control == control.Id && r.Verdict == verdict.Code()).ToList();
                if (reached.Count == 0) missing++;
                output.WriteLine(string.Join('\t', control.Id, verdict.Japanese(), Joined(reached.Select(r => r.Fact)), reached.Count == 0 ? "(まだありません)" : Joined(reached.Select(r => r.Journey))));
            }
        if (missing == 0) return ExitCodes.Done;
        Console.Error.WriteLine(FormattableString.Invariant($"まだ出ていない判定: {missing}"));
        return ExitCodes.AnswerIsNo;
    }

    /// <summary>A control without a built rule still has to show that it says 未確認.</summary>
    private static IEnumerable<Verdict> Wanted(Control control) =>
        control.Rule is { IsBuilt: true } rule ? rule.Clauses.Select(c => c.Verdict).Distinct().Order() : [Verdict.Unknown];

    private static string Joined(IEnumerable<string> words) => string.Join(' ', words.Where(w => w.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
