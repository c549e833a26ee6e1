using System.CommandLine;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;

namespace Sekisho.Commands;

/// <summary><c>controls --issue NAME</c>: the facts and verdicts that the journeys of <c>./test</c> reached by real acts, control by control.</summary>
internal static class ControlsCommand
{
    private const string Folder = "artifacts/controls";

    internal static Command Make()
    {
        var issue = new Option<string>("--issue") { Description = "作業の名(例 foundation)", Required = true };
        var from = new Option<string?>("--artifacts") { Description = "旅の記録の置き場(既定は artifacts/controls)" };
        var command = new Command("controls", "管理策ごとに、旅で届いた事実と判定を示す") { issue, from };
        command.SetAction(result => Run(result.GetRequiredValue(issue), result.GetValue(from) ?? Find(), Console.Out));
        return command;
    }

    internal static int Run(string issue, string? folder, TextWriter output)
    {
        var files = folder is not null && Directory.Exists(folder) ? Directory.GetFiles(folder, "*.tsv").Order(StringComparer.Ordinal).ToList() : [];
        if (files.Count == 0) return ExitCodes.Say([new Refusal("usage.artifacts", "旅の記録がありません。", "先に ./test を最後まで動かしてください。")]);
        var catalogue = PackReader.ReadControls(PackFolder.Read(PackFolder.Own));
        if (catalogue.Value is not { } controls) return ExitCodes.Say([new Refusal("controls.packs", "管理策の一覧が読めません。", "pack check で誤りを確かめてください。")]);
        if (ControlsReport.Of(controls, issue, [.. files.SelectMany(f => ControlsReport.Rows(File.ReadAllText(f)))]) is not { } report)
            return ExitCodes.Say([new Refusal("usage.issue", $"「{issue}」という作業の管理策はありません。", "controls.yaml の delivered_by に在る名を指定してください。")]);
        foreach (var line in report.Lines) output.WriteLine(line);
        return report.Missing == 0 ? ExitCodes.Done : ExitCodes.AnswerIsNo;
    }

    /// <summary>The folder beside the source this program was built from, looked for upwards from where the verb was called.</summary>
    private static string? Find()
    {
        foreach (var start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
            for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
                if (Directory.Exists(Path.Combine(at.FullName, Folder))) return Path.Combine(at.FullName, Folder);
        return null;
    }
}
