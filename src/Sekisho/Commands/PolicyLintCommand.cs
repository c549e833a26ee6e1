using System.CommandLine;
using Sekisho.PolicyText;
using Sekisho.PolicyText.Linting;

namespace Sekisho.Commands;

/// <summary><c>policy lint FILE</c>: the faults of a policy in its own text, as a table or as lines for people. Nothing of an installation is read.</summary>
internal static class PolicyLintCommand
{
    private const string Header = "path\tclause\trule\tseverity\tquote\tsentence";

    internal static Command Make(TimeProvider time)
    {
        var file = new Argument<string>("FILE") { Description = "条文のファイル" };
        var format = CommonOptions.Format("tsv", "text");
        var lint = new Command("lint", "条文そのものの矛盾・欠け・揺れを示す") { file, format };
        lint.SetAction((result, ct) => RunAsync(result.GetRequiredValue(file), result.GetRequiredValue(format), time, ct));
        return lint;
    }

    private static async Task<int> RunAsync(string file, string format, TimeProvider time, CancellationToken ct)
    {
        var text = await PolicyCommand.ReadAsync(file, time, ct);
        if (!text.IsOk) return ExitCodes.Say(text.Refusals);
        var policy = PolicyParser.Parse(text.Value);
        var findings = PolicyLint.Check(text.Value);
        if (format == "tsv") Console.Out.WriteLine(Header);
        foreach (var finding in findings)
        {
            var clause = ClauseNames.Of(policy, finding.Path);
            Console.Out.WriteLine(format == "tsv"
                ? string.Join('\t', finding.Path, clause, finding.Rule, finding.Severity, finding.Quote.Replace('\t', ' '), finding.Japanese)
                : $"{clause}: {finding.Japanese} [{finding.Rule}]");
        }
        return ExitCodes.Done;
    }
}
