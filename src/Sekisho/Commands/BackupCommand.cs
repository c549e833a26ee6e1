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
            var target = Path.GetFullPath(result.GetRequiredValue(file));
            var manifest = await running.Services.GetRequiredService<BackupWriter>().WriteAsync(target, null, Bytes(), ct);
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
        var file = new Argument<string>("FILE") { Description = "控えのファイル" };
        var command = new Command("restore", "控えから戻す(空のデータフォルダーへ)") { data, check, file };
        command.SetAction((result, ct) => RunAsync(DataFolder.Of(result.GetValue(data)), Path.GetFullPath(result.GetRequiredValue(file)), result.GetValue(check), time, ct));
        return command;
    }

    private static async Task<int> RunAsync(DataFolder folder, string file, bool check, TimeProvider time, CancellationToken ct)
    {
        if (!File.Exists(file)) return ExitCodes.Say([new Refusal("usage.file", $"控え {file} がありません。", "控えのファイルを指定してください。")]);
        var keys = File.Exists(BackupLayout.KeysOf(file)) ? BackupLayout.KeysOf(file) : null;
        if (check) return await OnInstallation.RunAsync(folder.Root, time, running => GuardAsync(async () => Say(
            await running.Services.GetRequiredService<BackupRestorer>().CheckAsync(running.Options, file, keys, Bytes(), ct))), ct);
        if (File.Exists(folder.SettingsFile)) return ExitCodes.Say([new Refusal("usage.not-empty", $"{folder.Root} には関所があります。控えは上書きしません。", "空の --data を指定してください。")]);
        return await GuardAsync(async () => await RestoreRun.RunAsync(folder, file, keys, Bytes(), time, ct) is { IsOk: true } done ? Say(done.Value) : ExitCodes.AnswerIsNo);
    }

    internal static Progress<long> Bytes() => new(n => Console.Error.Write(FormattableString.Invariant($"\r{n / 1024} KiB")));

    private static int Say(RestoreReport report)
    {
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
            return ExitCodes.Say([new Refusal("start.backup", e.Message, "場所、空き容量、権限を確かめてください。")]);
        }
    }
}
