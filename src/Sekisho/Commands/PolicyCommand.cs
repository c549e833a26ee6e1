using System.CommandLine;
using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Platform.Workers;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Packs;
using Sekisho.PolicyText;
using Sekisho.PolicyText.Exchange;

namespace Sekisho.Commands;

/// <summary><c>policy parse FILE</c>: a policy text as a table of clauses; <c>policy import</c>: a city's own text as its next edition. The file is decoded in a sandboxed worker; without a sandbox it stays closed.</summary>
internal static class PolicyCommand
{
    internal static Command Make(TimeProvider time)
    {
        var file = new Argument<string>("FILE") { Description = "条文のファイル" };
        var format = CommonOptions.Format("tsv", "cuts");
        var parse = new Command("parse", "条文を読み、条項の表(tsv)か、切れ目の不確かな所の表(cuts)にする") { file, format };
        parse.SetAction((result, ct) => ParseAsync(result.GetRequiredValue(file), result.GetValue(format) == "cuts", time, ct));
        return new Command("policy", "条文") { parse, PolicyLintCommand.Make(time), PolicySuggestCommand.Make(time), PolicyExportCommand.Make(time), Import(time) };
    }

    private static Command Import(TimeProvider time)
    {
        var file = new Argument<string>("FILE") { Description = "市の条文のファイル" };
        var pack = new Option<string>("--pack") { Description = "パックの記号(例 SKS)", HelpName = "NAME", Required = true };
        var data = CommonOptions.Data();
        var import = new Command("import", "市の条文を取り込み、パックの義務と結び付ける") { file, pack, data };
        import.SetAction((result, ct) => OnInstallation.RunAsync(result.GetValue(data), time,
            running => ImportAsync(running, result.GetRequiredValue(file), result.GetRequiredValue(pack), ct), ct));
        return import;
    }

    /// <summary>Applies the pack when it is not in use yet, then takes the text in; every place without a clause is named on stderr.</summary>
    private static async Task<int> ImportAsync(Hosting.Running running, string file, string pack, CancellationToken ct)
    {
        if (NotReadable(file) is { } refusal) return ExitCodes.Say([refusal]);
        var state = await running.Workers.ProbeAsync(ct);
        if (!state.IsUsable) return ExitCodes.Say([Hosting.StartRefusals.NoSandbox(state)]);
        var ids = running.Services.GetRequiredService<IdSource>();
        var actor = Platform.Actor.Service("command-line");
        var applied = await running.Services.GetRequiredService<ApplyPack>().RunAsync(ids.Next(), actor, pack, ct);
        if (!applied.IsOk) return ExitCodes.Say(applied.Refusals);
        var done = await running.Services.GetRequiredService<PolicyImporter>().ImportFileAsync(ids.Next(), actor, await File.ReadAllBytesAsync(file, ct), ct);
        if (!done.IsOk) return ExitCodes.Say(done.Refusals);
        Console.Out.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{done.Value.DocumentId} 第{done.Value.Version}版: 条項 {done.Value.Clauses} 件、義務 {done.Value.Obligations} 件の全てが条文に結び付きました。"));
        return ExitCodes.Done;
    }

    private static async Task<int> ParseAsync(string file, bool cuts, TimeProvider time, CancellationToken ct)
    {
        var policy = await ReadPolicyAsync(file, time, ct);
        if (!policy.IsOk) return ExitCodes.Say(policy.Refusals);
        Console.Out.Write(cuts ? CutTsv.Write(policy.Value) : ClauseTsv.Write(policy.Value));
        return ExitCodes.Done;
    }

    /// <summary>The file's clauses, whatever form it has.</summary>
    internal static async Task<Result<ParsedPolicy>> ReadPolicyAsync(string file, TimeProvider time, CancellationToken ct)
    {
        var text = await ReadAsync(file, time, ct);
        return text.IsOk ? PolicySource.Read(text.Value) : text.As<ParsedPolicy>();
    }

    /// <summary>The file's text, decoded by a worker.</summary>
    internal static async Task<Result<string>> ReadAsync(string file, TimeProvider time, CancellationToken ct)
    {
        if (NotReadable(file) is { } refusal) return refusal;
        await using var workers = new WorkerPool(new WorkerPoolOptions { Lanes = 1 }, time);
        var state = await workers.ProbeAsync(ct);
        if (!state.IsUsable) return Hosting.StartRefusals.NoSandbox(state);
        var reply = await workers.AskAsync(WorkerVerb.Text, new Dictionary<string, string>(), await File.ReadAllBytesAsync(file, ct), ct);
        if (!reply.IsOk) return reply.As<string>();
        if (reply.Value.Output is { } output) return Encoding.UTF8.GetString(output.Bytes.Span);
        return TextRefusals.Find(reply.Value.Details.GetValueOrDefault(TextRefusals.StageDetail, "")) ?? WorkerRefusals.Protocol;
    }

    private static Refusal? NotReadable(string file) =>
        !File.Exists(file) ? new Refusal("usage.file", $"ファイル {file} がありません。", "条文のファイルを指定してください。")
        : new FileInfo(file).Length > TextRefusals.LargestFile ? TextRefusals.TooLarge : null;
}
