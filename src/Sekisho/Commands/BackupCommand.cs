using System.CommandLine;
using Sekisho.Hosting;
using Sekisho.Kernel;
using Sekisho.Platform.Backup;

namespace Sekisho.Commands;

/// <summary><c>backup FILE</c> and <c>restore [--check] FILE</c>.</summary>
internal static class BackupCommand
{
    internal static Command Backup(TimeProvider time)
    {
        var data = CommonOptions.Data();
        var file = new Argument<string>("FILE") { Description = "新しい控えのファイル(鍵は FILE.keys に分けて書く)" };
        var command = new Command("backup", "動いたまま控えを取る") { data, file };
        command.SetAction((result, ct) => OnInstallation.RunAsync(result.GetValue(data), time, running => GuardAsync(async () =>
        {
            var written = Bytes();
            var target = Path.GetFullPath(result.GetRequiredValue(file));
            var manifest = await running.Services.GetRequiredService<BackupWriter>().WriteAsync(target, null, written, ct);
            written.End();
            Console.Out.WriteLine(FormattableString.Invariant($"{target}: {manifest.Entries.Count} 件、{manifest.Origin}"));
            Console.Out.WriteLine($"鍵は {BackupLayout.KeysOf(target)} です。別の場所に、短い保存期間で保管してください。");
            return ExitCodes.Done;
        }), ct));
        return command;
    }

    internal static Command Restore(TimeProvider time)
    {
        var data = CommonOptions.Data();
        var check = new Option<bool>("--check") { Description = "戻せることを別の場所で確かめるだけで、何も変えない" };
        var paper = new Option<string?>("--recovery-key") { Description = "紙の回復鍵を書き写したファイル(鍵を失ったとき)", HelpName = "FILE" };
        var file = new Argument<string>("FILE") { Description = "控えのファイル" };
        var command = new Command("restore", "控えから戻す(空のデータフォルダーへ)") { data, check, paper, file };
        command.SetAction((result, ct) => GuardAsync(async () =>
        {
            var source = await SourceAsync(Path.GetFullPath(result.GetRequiredValue(file)), result.GetValue(paper), ct);
            return source.IsOk ? await RunAsync(DataFolder.Of(result.GetValue(data)), source.Value, result.GetValue(check), time, ct) : ExitCodes.Say(source.Refusals);
        }));
        return command;
    }

    private static async Task<Result<RestoreSource>> SourceAsync(string file, string? paper, CancellationToken ct)
    {
        if (!File.Exists(file)) return new Refusal("usage.file", $"控え {file} がありません。", "控えのファイルを指定してください。");
        var keys = BackupLayout.KeysOf(file);
        var written = paper is null ? (Result<string>)"" : await InputFile.ReadAsync(paper, ct);
        return written.IsOk ? new RestoreSource(file, File.Exists(keys) ? keys : null, paper is null ? null : written.Value, Bytes()) : written.As<RestoreSource>();
    }

    private static async Task<int> RunAsync(DataFolder folder, RestoreSource source, bool check, TimeProvider time, CancellationToken ct)
    {
        var isThere = File.Exists(folder.SettingsFile);
        if (check && isThere) return await OnInstallation.RunAsync(folder.Root, time, async running => Say(
            await running.Services.GetRequiredService<BackupRestorer>().CheckAsync(running.Options, source.File, source.Keys, source.Paper, source.Progress, ct), source), ct);
        if (isThere) return ExitCodes.Say([new Refusal("usage.not-empty", $"{folder.Root} には関所があります。控えは上書きしません。", "空の --data を指定してください。")]);
        var steps = new StepReporter(time);
        var report = check ? await RestoreRun.CheckAsync(folder, source, steps, time, ct) : await RestoreRun.RunAsync(folder, source, steps, time, ct);
        return report.IsOk ? Say(report.Value, source) : ExitCodes.Say(report.Refusals);
    }

    private static CountOnStderr Bytes() => new(n => $"{n / 1024} KiB");

    private static int Say(RestoreReport report, RestoreSource source)
    {
        source.Progress.End();
        Console.Out.WriteLine(LedgerText.Of(report.Ledger));
        Console.Out.WriteLine(FormattableString.Invariant($"保管物 {report.Objects} 件、開けたもの {report.ObjectsOpened} 件"));
        if (report.Continues is { } line) Console.Out.WriteLine("新しい台帳が続く、元のチェックポイント:\n" + line);
        foreach (var problem in report.Problems) Console.Out.WriteLine("誤り: " + problem);
        return report.IsGood ? ExitCodes.Done : ExitCodes.AnswerIsNo;
    }

    private static async Task<int> GuardAsync(Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (Exception e) when (e is BackupException or IOException or UnauthorizedAccessException)
        {
            return ExitCodes.Say([new Refusal("start.backup", e.Message, e is BackupException ? "その理由を取り除いてから、もう一度実行してください。" : "場所、空き容量、権限を確かめてください。")]);
        }
    }
}
