using System.CommandLine;
using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Platform.Workers;
using Sekisho.PolicyText;

namespace Sekisho.Commands;

/// <summary><c>policy parse FILE</c>: a policy text as a table of clauses. The file is decoded in a sandboxed worker; without a sandbox it stays closed.</summary>
internal static class PolicyCommand
{
    internal static Command Make(TimeProvider time)
    {
        var file = new Argument<string>("FILE") { Description = "条文のファイル" };
        var format = CommonOptions.Format("tsv");
        var parse = new Command("parse", "条文を読み、条項の表にする") { file, format };
        parse.SetAction((result, ct) => ParseAsync(result.GetRequiredValue(file), time, ct));
        return new Command("policy", "条文") { parse };
    }

    private static async Task<int> ParseAsync(string file, TimeProvider time, CancellationToken ct)
    {
        var text = await ReadAsync(file, time, ct);
        if (!text.IsOk) return ExitCodes.Say(text.Refusals);
        Console.Out.Write(ClauseTsv.Write(PolicyParser.Parse(text.Value)));
        return ExitCodes.Done;
    }

    /// <summary>The file's text, decoded by a worker.</summary>
    internal static async Task<Result<string>> ReadAsync(string file, TimeProvider time, CancellationToken ct)
    {
        if (!File.Exists(file)) return new Refusal("usage.file", $"ファイル {file} がありません。", "条文のファイルを指定してください。");
        if (new FileInfo(file).Length > TextRefusals.LargestFile) return TextRefusals.TooLarge;
        await using var workers = new WorkerPool(new WorkerPoolOptions { Lanes = 1 }, time);
        var state = await workers.ProbeAsync(ct);
        if (!state.IsUsable) return Hosting.StartRefusals.NoSandbox(string.Join(' ', state.Violations.Append(state.Detail)).Trim());
        var reply = await workers.AskAsync(WorkerVerb.Text, new Dictionary<string, string>(), await File.ReadAllBytesAsync(file, ct), ct);
        if (!reply.IsOk) return reply.As<string>();
        if (reply.Value.Output is { } output) return Encoding.UTF8.GetString(output.Bytes.Span);
        return TextRefusals.Find(reply.Value.Details.GetValueOrDefault(TextRefusals.StageDetail, "")) ?? WorkerRefusals.Protocol;
    }
}
