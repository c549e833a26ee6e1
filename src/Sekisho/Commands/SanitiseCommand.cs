using System.CommandLine;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Platform.Workers;

namespace Sekisho.Commands;

/// <summary>
/// <c>sanitise IN -o OUT</c>: one file through a rebuilding worker and a verifying worker, without server or database. Exit 0 delivered, 3 held,
/// 4 blocked, 2 wrong use, 5 no sandbox, 1 anything else; only 0 writes OUT, and never over a file whose making failed.
/// </summary>
internal static class SanitiseCommand
{
    private const int Held = 3, Blocked = 4;
    private const string Pipe = "-";

    internal static Command Make(TimeProvider time)
    {
        var input = new Argument<string>("IN") { Description = "無害化するファイル(- は標準入力)" };
        var output = new Option<string>("--output", "-o") { Description = "結果のファイル(- は標準出力)", HelpName = "OUT", Required = true };
        var policy = new Option<string?>("--policy") { Description = "方針のファイル(JSON)", HelpName = "P" };
        var report = new Option<string?>("--report") { Description = "報告を書くファイル(JSON)", HelpName = "R" };
        var password = new Option<string?>("--password-file") { Description = "文書のパスワードを1行目に書いたファイル", HelpName = "F" };
        var name = new Option<string?>("--name") { Description = "標準入力のときのファイル名", HelpName = "NAME" };
        var command = new Command("sanitise", "ファイルを無害化する") { input, output, policy, report, password, name };
        command.SetAction((result, ct) => RunAsync(new(result.GetRequiredValue(input), result.GetRequiredValue(output), result.GetValue(policy), result.GetValue(report), result.GetValue(password), result.GetValue(name)), time, ct));
        return command;
    }

    private sealed record Wish(string In, string Out, string? Policy, string? Report, string? Password, string? Name);

    private static async Task<int> RunAsync(Wish wish, TimeProvider time, CancellationToken ct)
    {
        var options = await OptionsAsync(wish, ct);
        if (!options.IsOk) return ExitCodes.Say(options.Refusals);
        var bytes = await BytesAsync(wish.In, ct);
        if (!bytes.IsOk) return ExitCodes.Say(bytes.Refusals);
        await using var workers = new WorkerPool(new WorkerPoolOptions { Lanes = 1 }, time);
        var state = await workers.ProbeAsync(ct);
        if (!state.IsUsable) return ExitCodes.Say([Hosting.StartRefusals.NoSandbox(state)]);
        var started = time.GetUtcNow();
        var answer = await workers.AskAsync(WorkerVerb.Sanitise, options.Value, bytes.Value, ct);
        if (!answer.IsOk) return ExitCodes.Say(answer.Refusals);
        var reply = answer.Value;
        if (reply.Output is { } made && !await AcceptedAsync(workers, reply, made, ct)) reply = Refused(reply);
        var delivered = reply.Outcome is Outcome.Clean or Outcome.Cleaned or Outcome.Raster or Outcome.Text ? reply.Output : null;
        var place = wish.Out == Pipe ? Pipe : Named(wish.Out, reply.Details.GetValueOrDefault("name", ""));
        if (wish.Report is { } report) await File.WriteAllTextAsync(report, SanitiseReport.Write(options.Value["name"], bytes.Value, reply, delivered, Path.GetFileName(place), started, time.GetUtcNow() - started), ct);
        foreach (var finding in reply.Findings) await Console.Error.WriteLineAsync(finding.Rule + " " + finding.Place + ": " + FindingSentences.Of(finding));
        if (delivered is null) return reply.Outcome == Outcome.Held ? Held : reply.Outcome == Outcome.Blocked ? Blocked : ExitCodes.AnswerIsNo;
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
            var read = SanitisePolicyFile.Read(text.Value);
            if (!read.IsOk) return read;
            options = read.Value;
        }
        if (wish.Password is { } password)
        {
            var text = await InputFile.ReadAsync(password, ct);
            if (!text.IsOk) return text.As<Dictionary<string, string>>();
            options["password"] = text.Value.Split('\n')[0].TrimEnd('\r');
        }
        options["kind"] = "file";
        options["name"] = wish.Name ?? (wish.In == Pipe ? "" : Path.GetFileName(wish.In));
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

    /// <summary>The second reader, in a worker that rebuilt nothing (law E3).</summary>
    private static async Task<bool> AcceptedAsync(WorkerPool workers, WorkerReply reply, WorkerBlob made, CancellationToken ct)
    {
        var verdict = await workers.AskAsync(WorkerVerb.Verify, new Dictionary<string, string> { ["type"] = reply.Details.GetValueOrDefault("type", "") }, made.Bytes, ct);
        return verdict.IsOk && verdict.Value.Outcome == Outcome.Clean;
    }

    private static WorkerReply Refused(WorkerReply reply) => reply with
    {
        Outcome = Outcome.Blocked, Blobs = [],
        Findings = [.. reply.Findings, new Finding("VERIFY_FAILED", FindingAction.Blocked, "", 1, new Dictionary<string, string>())],
    };

    /// <summary>OUT with the extension of what was written behind it, where the two differ.</summary>
    internal static string Named(string place, string writtenName)
    {
        var extension = Path.GetExtension(writtenName);
        return extension.Length == 0 || string.Equals(Path.GetExtension(place), extension, StringComparison.OrdinalIgnoreCase) ? place : place + extension;
    }

    private static async Task WriteAsync(string place, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (place == Pipe)
        {
            await using var stream = Console.OpenStandardOutput();
            await stream.WriteAsync(bytes, ct);
            return;
        }
        var unfinished = place + ".part";
        await File.WriteAllBytesAsync(unfinished, bytes.ToArray(), ct);
        File.Move(unfinished, place, overwrite: true);
    }
}
