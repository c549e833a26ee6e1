using System.CommandLine;
using Sekisho.Hosting;
using Sekisho.Kernel;
using Sekisho.Platform.Keys;
using Sekisho.Platform.Ledger;

namespace Sekisho.Commands;

/// <summary><c>ledger verify</c> and <c>ledger prove ID</c>.</summary>
internal static class LedgerCommand
{
    internal static Command Make(TimeProvider time) => new("ledger", "台帳") { Verify(time), Prove(time) };

    private static Command Verify(TimeProvider time)
    {
        var data = CommonOptions.Data();
        var outside = new Option<string[]>("--checkpoint") { Description = "別に保管していたチェックポイントのファイル(複数可)", HelpName = "FILE" };
        var key = new Option<string?>("--key") { Description = "別に保管していた公開鍵(PEM)。既定はこの関所のもの", HelpName = "FILE" };
        var command = new Command("verify", "台帳が変えられていないことを確かめる") { data, outside, key };
        command.SetAction((result, ct) => OnInstallation.RunAsync(result.GetValue(data), time, async running =>
        {
            var notes = new List<string>();
            foreach (var file in result.GetValue(outside) ?? []) notes.Add(await File.ReadAllTextAsync(file, ct));
            var services = running.Services;
            var pem = result.GetValue(key) is { } named ? await File.ReadAllTextAsync(named, ct) : services.GetRequiredService<SealerKey>().PublicPem;
            var progress = new Progress<long>(n => Console.Error.Write(FormattableString.Invariant($"\r{n} 件")));
            var report = await services.GetRequiredService<LedgerVerifier>().VerifyAsync(pem, notes, services.GetRequiredService<KeyFile>(), progress, ct: ct);
            Console.Out.WriteLine(LedgerText.Of(report));
            return report.IsSound ? ExitCodes.Done : ExitCodes.AnswerIsNo;
        }, ct));
        return command;
    }

    private static Command Prove(TimeProvider time)
    {
        var data = CommonOptions.Data();
        var id = new Argument<Guid>("ID") { Description = "記録の番号" };
        var command = new Command("prove", "一つの記録が台帳にあることの証明を作る") { data, id };
        command.SetAction((result, ct) => OnInstallation.RunAsync(result.GetValue(data), time, async running =>
        {
            var proof = await running.Services.GetRequiredService<LedgerProver>().ProveAsync(result.GetRequiredValue(id), ct);
            if (!proof.IsOk) return ExitCodes.Say(proof.Refusals);
            Console.Out.WriteLine(proof.Value.Text);
            return ExitCodes.Done;
        }, ct));
        return command;
    }
}
