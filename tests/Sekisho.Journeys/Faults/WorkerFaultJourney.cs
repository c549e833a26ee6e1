using Sekisho.Journeys.Support;

namespace Sekisho.Journeys.Faults;

/// <summary>Workers that are killed, hang, or belong to an attacker: the mail stays here with its reason, and goes on when a person lets it.</summary>
[Collection(FaultyCityCollection.Name)]
public sealed class WorkerFaultJourney(FaultyCity city)
{
    [Fact]
    public async Task Whatever_becomes_of_a_worker_its_mail_stays_with_a_reason_and_goes_on_once_it_is_mended()
    {
        await city.SettledAsync();
        var shown = 0;
        await city.Workers.ShowAsync(async () => await (await new FaultMail(city, $"usual-{++shown}-").TakenAsync()).ArrivedOnceAsync());
        var (hung, hungWorker) = await HangAsync();
        var killed = await KillAsync("killed", [.. city.Workers.Rebuilders().Where(w => w != hungWorker)]);
        var unverified = await KillAsync("verifier-dead", city.Workers.Verifiers());
        var lies = await TakeOverAsync(hungWorker);
        await hung.HeldAsync("worker.timeout");
        (FaultMail Mail, string Reason)[] all =
        [
            (hung, "処理時間の上限に達した"), (killed, "途中で異常終了しました"), (unverified, "途中で異常終了しました"), .. lies,
        ];
        foreach (var (mail, _) in all) mail.ShouldNotHaveLeft();
        var keeper = await city.KeeperAsync();
        foreach (var (mail, reason) in all)
        {
            await keeper.SeesAsync(mail, reason);
            await keeper.AgainAsync(mail);
        }
        foreach (var (mail, _) in all) await mail.ArrivedOnceAsync();
    }

    /// <summary>A worker that stands still with a mail in its hands. It is given up after its time, about twenty seconds: the others are tried meanwhile.</summary>
    private async Task<(FaultMail Mail, int Worker)> HangAsync()
    {
        await using var trap = await WorkerTrap.SetAsync(city.Workers.Rebuilders());
        var mail = await new FaultMail(city, "hung").TakenAsync();
        return (mail, await trap.CaughtAsync());
    }

    private async Task<FaultMail> KillAsync(string token, IReadOnlyList<int> workers)
    {
        await using var trap = await WorkerTrap.SetAsync(workers);
        var mail = await new FaultMail(city, token).TakenAsync();
        await Processes.SignalAsync("KILL", await trap.CaughtAsync());
        await mail.HeldAsync("worker.died");
        return mail;
    }

    /// <summary>First only the rebuilding side is the attacker's, so that the real verifier meets what it hands on; then both sides are.</summary>
    private async Task<IReadOnlyList<(FaultMail Mail, string Reason)>> TakeOverAsync(int hungWorker)
    {
        const string NotProper = "正しくない応答", Refused = "二つ目の検査を通りませんでした";
        List<(FaultMail, string)> lies = [];
        using (new TakenOverProgram(city.At))
        {
            await Processes.SignalAsync("KILL", city.Workers.Rebuilders().Where(w => w != hungWorker));
            lies.Add((await LieAsync("lying-length", "worker.protocol"), NotProper));
            lies.Add((await LieAsync("wrong-digest", "worker.protocol"), NotProper));
            lies.Add((await LieAsync("honest", "verify.refused"), Refused));
            await Processes.SignalAsync("KILL", city.Workers.Verifiers());
            lies.Add((await LieAsync("other-digest", "worker.protocol"), NotProper));
        }
        await Processes.SignalAsync("KILL", city.Workers.All().Where(w => w != hungWorker));
        return lies;
    }

    private async Task<FaultMail> LieAsync(string behaviour, string stage)
    {
        var mail = await new FaultMail(city, "lie-" + behaviour, behaviour).TakenAsync();
        await mail.HeldAsync(stage);
        return mail;
    }
}
