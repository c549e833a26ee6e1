using System.CommandLine;
using System.Security.Cryptography;
using Sekisho.Kernel;
using Sekisho.Platform.Keys;
using Sekisho.Platform.Ledger;

namespace Sekisho.Commands;

/// <summary><c>ledger verify</c>, <c>prove ID</c> and <c>key</c> on an installation; <c>ledger check FILE --key PEM</c> anywhere.</summary>
internal static class LedgerCommand
{
    internal static Command Make(TimeProvider time) => new("ledger", "台帳") { Verify(time), Prove(time), Key(time), Check() };

    private static Command Verify(TimeProvider time)
    {
        var data = CommonOptions.Data();
        var outside = new Option<string[]>("--checkpoint") { Description = "別に保管していたチェックポイントのファイル(複数可)", HelpName = "FILE" };
        var key = new Option<string?>("--key") { Description = "別に保管していた公開鍵(PEM)。既定はこの関所のもの", HelpName = "FILE" };
        var command = new Command("verify", "台帳が変えられていないことを確かめる") { data, outside, key };
        command.SetAction(async (result, ct) =>
        {
            var notes = new List<string>();
            foreach (var file in result.GetValue(outside) ?? [])
            {
                var note = await InputFile.ReadAsync(file, ct);
                if (!note.IsOk) return ExitCodes.Say(note.Refusals);
                notes.Add(note.Value);
            }
            var trusted = result.GetValue(key) is { } named ? await KeyAsync(named, ct) : (Result<string>)"";
            return trusted.IsOk ? await VerifyAsync(result.GetValue(data), trusted.Value, notes, time, ct) : ExitCodes.Say(trusted.Refusals);
        });
        return command;
    }

    private static Task<int> VerifyAsync(string? data, string pem, List<string> notes, TimeProvider time, CancellationToken ct) => OnInstallation.RunAsync(data, time, async running =>
    {
        var services = running.Services;
        var progress = new CountOnStderr(n => $"{n} 件");
        var trusted = pem.Length > 0 ? pem : services.GetRequiredService<SealerKey>().TrustedPem;
        var report = await services.GetRequiredService<LedgerVerifier>().VerifyAsync(trusted, notes, services.GetRequiredService<KeyFile>(), progress, ct: ct);
        progress.End();
        Console.Out.WriteLine(LedgerText.Of(report));
        return report.IsSound ? ExitCodes.Done : ExitCodes.AnswerIsNo;
    }, ct);

    private static Command Prove(TimeProvider time)
    {
        var data = CommonOptions.Data();
        var id = new Argument<string>("ID") { Description = "記録の番号" };
        var command = new Command("prove", "一つの記録が台帳にあることの証明を作る") { data, id };
        command.SetAction((result, ct) => Guid.TryParse(result.GetRequiredValue(id), out var record)
            ? OnInstallation.RunAsync(result.GetValue(data), time, async running =>
            {
                var proof = await running.Services.GetRequiredService<LedgerProver>().ProveAsync(record, ct);
                if (!proof.IsOk) return ExitCodes.Say(proof.Refusals);
                Console.Out.Write(proof.Value.Text);
                return ExitCodes.Done;
            }, ct)
            : Task.FromResult(ExitCodes.Say([new Refusal("usage.record", $"{result.GetRequiredValue(id)} は記録の番号ではありません。", "番号は 8-4-4-4-12 桁の 16 進数です。")])));
        return command;
    }

    private static Command Key(TimeProvider time)
    {
        var data = CommonOptions.Data();
        var command = new Command("key", "チェックポイントを確かめる公開鍵を書き出す(外に渡してよい)") { data };
        command.SetAction((result, ct) => OnInstallation.RunAsync(result.GetValue(data), time, running =>
        {
            Console.Out.Write(running.Services.GetRequiredService<SealerKey>().TrustedPem);
            return Task.FromResult(ExitCodes.Done);
        }, ct));
        return command;
    }

    private static Command Check()
    {
        var file = new Argument<string>("FILE") { Description = "ledger prove が書いた証明のファイル" };
        var key = new Option<string>("--key") { Description = "公開鍵(PEM)。ledger key が書いたもの", HelpName = "FILE", Required = true };
        var command = new Command("check", "証明を、関所のない機械で確かめる") { file, key };
        command.SetAction(async (result, ct) =>
        {
            var text = await InputFile.ReadAsync(result.GetRequiredValue(file), ct);
            if (!text.IsOk) return ExitCodes.Say(text.Refusals);
            var trusted = await KeyAsync(result.GetRequiredValue(key), ct);
            if (!trusted.IsOk) return ExitCodes.Say(trusted.Refusals);
            if (InclusionProof.Parse(text.Value) is not { } proof)
                return ExitCodes.Say([new Refusal("usage.proof", $"{result.GetRequiredValue(file)} は証明のファイルではありません。", "ledger prove が書いたものを、そのまま指定してください。")]);
            var answer = LedgerText.Of(proof, proof.Verify(trusted.Value));
            Console.Out.WriteLine(answer.Text);
            return answer.IsGood ? ExitCodes.Done : ExitCodes.AnswerIsNo;
        });
        return command;
    }

    private static async Task<Result<string>> KeyAsync(string file, CancellationToken ct)
    {
        var pem = await InputFile.ReadAsync(file, ct);
        if (!pem.IsOk) return pem;
        try
        {
            using var keys = NoteKeys.Read(pem.Value);
            return pem;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return new Refusal("usage.key", $"{file} に公開鍵(PEM)がありません。", "ledger key が書いたファイルを指定してください。");
        }
    }
}
