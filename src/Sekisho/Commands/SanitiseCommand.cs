using System.CommandLine;
using Sekisho.Gate.Scanning;
using Sekisho.Kernel;
using Sekisho.Kernel.Sanitising;
using Sekisho.Kernel.Workers;
using Sekisho.Platform.Workers;

namespace Sekisho.Commands;

/// <summary>
/// <c>sanitise IN -o OUT</c> (or <c>--batch DIR -o DIR</c>): one file through a rebuilding worker and a verifying worker, without server or database. Exit 0 delivered, 3 held,
/// 4 blocked, 2 wrong use, 5 no sandbox, 1 anything else; only 0 writes OUT, and never over a file whose making failed.
/// </summary>
internal static class SanitiseCommand
{
    private const int Held = 3, Blocked = 4;
    private const string Pipe = "-";

    internal static Command Make(TimeProvider time)
    {
        var input = new Argument<string?>("IN") { Description = "無害化するファイル(- は標準入力)", Arity = ArgumentArity.ZeroOrOne };
        var output = new Option<string>("--output", "-o") { Description = "結果のファイル(- は標準出力)。--batch では結果のフォルダー", HelpName = "OUT", Required = true };
        var batch = new Option<string?>("--batch") { Description = "フォルダーの中のファイルをすべて無害化する。途中で止めても、同じ指定で続きから始まる", HelpName = "DIR" };
        var jobs = new Option<int>("--jobs") { Description = "--batch で同時に処理する数", DefaultValueFactory = _ => Math.Max(1, Environment.ProcessorCount) };
        var policy = new Option<string?>("--policy") { Description = "方針のファイル(YAML又はJSON、docs/sanitise-policy.md)", HelpName = "P" };
        var report = new Option<string?>("--report") { Description = "報告を書くファイル(JSON)", HelpName = "R" };
        var password = new Option<string?>("--password-file") { Description = "文書のパスワードを1行目に書いたファイル", HelpName = "F" };
        var scanner = new Option<string?>("--scanner") { Description = "ウイルス検査(clamd)のソケット。指定しなければ検査せず、報告にそう書く", HelpName = "SOCKET" };
        var name = new Option<string?>("--name") { Description = "標準入力のときのファイル名", HelpName = "NAME" };
        var from = new Option<string?>("--from") { Description = "ファイルが来た区分。方針の規則を選ぶ", HelpName = "Z_INET" };
        var to = new Option<string?>("--to") { Description = "ファイルを渡す区分。方針の規則を選ぶ", HelpName = "Z_LGWAN" };
        var sender = new Option<string?>("--sender") { Description = "差出人のアドレス。方針の規則を選ぶ", HelpName = "ADDRESS" };
        var command = new Command("sanitise", "ファイルを無害化する") { input, output, batch, jobs, policy, from, to, sender, report, password, scanner, name };
        command.SetAction((result, ct) => RunAsync(new(result.GetValue(input), result.GetRequiredValue(output), result.GetValue(batch), result.GetValue(jobs), result.GetValue(policy), new(result.GetValue(from), result.GetValue(to), result.GetValue(sender)), result.GetValue(report), result.GetValue(password), result.GetValue(scanner), result.GetValue(name)), time, ct));
        return command;
    }

    private sealed record Wish(string? In, string Out, string? Batch, int Jobs, string? Policy, Way Way, string? Report, string? Password, string? Scanner, string? Name);

    private sealed record Way(string? From, string? To, string? Sender);

    private static async Task<int> RunAsync(Wish wish, TimeProvider time, CancellationToken ct)
    {
        if ((wish.In is null) == (wish.Batch is null) || wish.Jobs is < 1 or > 64) return ExitCodes.Say([new Refusal("usage.arguments", "ファイルと --batch のどちらか1つを指定してください。", "例: sekisho sanitise 資料.docx -o 結果.docx / sekisho sanitise --batch 受信 -o 結果(--jobs は1～64)")]);
        if (wish.Batch is { } folder && !Directory.Exists(folder)) return ExitCodes.Say([new Refusal("usage.file", $"フォルダー {folder} がありません。", "無害化するファイルのあるフォルダーを指定してください。")]);
        var options = await OptionsAsync(wish, ct);
        if (!options.IsOk) return ExitCodes.Say(options.Refusals);
        var bytes = wish.In is null ? Array.Empty<byte>() : await BytesAsync(wish.In, ct);
        if (!bytes.IsOk) return ExitCodes.Say(bytes.Refusals);
        // A single file needs no successor of its worker.
        await using var workers = new WorkerPool(new WorkerPoolOptions { Lanes = wish.Batch is null ? 1 : wish.Jobs, Succeeds = wish.Batch is not null }, time);
        var state = await workers.ProbeAsync(ct);
        if (!state.IsUsable) return ExitCodes.Say([Hosting.StartRefusals.NoSandbox(state)]);
        var run = new SanitiseRun(workers, wish.Scanner is { } socket ? new ClamdScanner(ScannerOptions.At(socket), time) : null, time);
        return wish.Batch is { } from ? await new SanitiseBatch(run, options.Value, from, wish.Out).RunAsync(wish.Jobs, ct) : await OneAsync(run, wish, bytes.Value, options.Value, ct);
    }

    private static async Task<int> OneAsync(SanitiseRun run, Wish wish, byte[] bytes, Dictionary<string, string> options, CancellationToken ct)
    {
        var treated = await run.OneAsync(bytes, options, ct);
        if (!treated.IsOk) return ExitCodes.Say(treated.Refusals);
        var reply = treated.Value.Reply;
        var place = wish.Out == Pipe ? Pipe : Named(wish.Out, reply.Details.GetValueOrDefault("name", ""));
        if (wish.Report is { } report) await File.WriteAllTextAsync(report, SanitiseReport.Write(options["name"], bytes, treated.Value, Path.GetFileName(place)), ct);
        foreach (var finding in reply.Findings) await Console.Error.WriteLineAsync(finding.Rule + " " + finding.Place + ": " + FindingSentences.Of(finding));
        if (treated.Value.Delivered is not { } delivered) return reply.Outcome == Outcome.Held ? Held : reply.Outcome == Outcome.Blocked ? Blocked : ExitCodes.AnswerIsNo;
        await WriteAsync(place, delivered.Bytes, ct);
        return ExitCodes.Done;
    }

    private static async Task<Result<Dictionary<string, string>>> OptionsAsync(Wish wish, CancellationToken ct)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        if (wish.Policy is { } policy)
        {
            var text = await InputFile.ReadAsync(policy, ct);
            if (!text.IsOk) return text.As<Dictionary<string, string>>();
            var read = SanitisePolicyFile.Read(Path.GetFileName(policy), text.Value);
            if (!read.IsOk) return read.As<Dictionary<string, string>>();
            options[SanitisePolicy.Option] = read.Value.For(wish.Way.From, wish.Way.To, wish.Way.Sender);
        }
        if (wish.Password is { } password)
        {
            var text = await InputFile.ReadAsync(password, ct);
            if (!text.IsOk) return text.As<Dictionary<string, string>>();
            options["password"] = text.Value.Split('\n')[0].TrimEnd('\r');
        }
        options["kind"] = "file";
        options["name"] = wish.Name ?? (wish.In is null or Pipe ? "" : Path.GetFileName(wish.In));
        return options;
    }

    private static async Task<Result<byte[]>> BytesAsync(string from, CancellationToken ct)
    {
        try
        {
            if (from != Pipe)
            {
                if (!File.Exists(from)) return new Refusal("usage.file", $"ファイル {from} がありません。", "無害化するファイルを指定してください。");
                return new FileInfo(from).Length > WorkerLimits.RequestBytes ? WorkerRefusals.TooLarge : await File.ReadAllBytesAsync(from, ct);
            }
            using var all = new MemoryStream();
            await using var stream = Console.OpenStandardInput();
            var buffer = new byte[1 << 16];
            for (int n; (n = await stream.ReadAsync(buffer, ct)) > 0;)
            {
                all.Write(buffer, 0, n);
                if (all.Length > WorkerLimits.RequestBytes) return WorkerRefusals.TooLarge;
            }
            return all.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Refusal("usage.file", $"{from} を読めません。", "読む権限のあるファイルを指定してください。");
        }
    }

    /// <summary>OUT with the extension of what was written behind it, where the two differ.</summary>
    internal static string Named(string place, string writtenName)
    {
        var extension = Path.GetExtension(writtenName);
        return extension.Length == 0 || string.Equals(Path.GetExtension(place), extension, StringComparison.OrdinalIgnoreCase) ? place : place + extension;
    }

    internal static async Task WriteAsync(string place, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (place == Pipe)
        {
            await using var stream = Console.OpenStandardOutput();
            await stream.WriteAsync(bytes, ct);
            return;
        }
        var unfinished = place + ".part";
        await File.WriteAllBytesAsync(unfinished, bytes, ct);
        File.Move(unfinished, place, overwrite: true);
    }
}
