using System.Text.Json;
using Sekisho.Journeys.Support;

namespace Sekisho.Journeys.Faults;

/// <summary>関所市 with a real postfix behind it, for journeys that break its parts; each mends what it broke. As root on a small disk and with mounts of its own.</summary>
public sealed class FaultyCity : IAsyncLifetime
{
    private const string Probes = "select count(*) from platform.record where name = 'security_function.checked'";
    private Volume? volume;
    private PostfixSink? sink;
    private Installation? at;
    private Keeper? keeper;
    private string probes = "";

    internal PostfixSink Sink => sink!;
    internal Installation At => at!;
    internal Volume Disk => volume!;
    internal WorkerHunt Workers => new(At);

    public async Task InitializeAsync()
    {
        if (MountFactAttribute.Allowed) volume = await Volume.MakeAsync();
        sink = await PostfixSink.StartAsync();
        at = await Installation.DemoAsync(sink.Port, volume is null ? new() : new() { Folder = volume.Root, Within = ["/usr/bin/unshare", "-m", "--"] });
        probes = await Superuser.SqlAsync(At, Probes);
    }

    public async Task DisposeAsync()
    {
        if (keeper is not null) await keeper.DisposeAsync();
        if (at is not null) await at.DisposeAsync();
        if (sink is not null) await sink.DisposeAsync();
        if (volume is not null) await volume.DisposeAsync();
    }

    internal async Task<Keeper> KeeperAsync() => keeper ??= await Keeper.SignInAsync(At);

    internal async Task UpAgainAsync()
    {
        await At.UpAsync();
        probes = await Superuser.SqlAsync(At, Probes);
    }

    /// <summary>The gateway's own probe has had its turn: the next mails are ours.</summary>
    internal Task SettledAsync() => Patience.UntilAsync(async () => await Superuser.SqlAsync(At, Probes) != probes, "the first probe after a start");

    /// <summary>One word of <c>status --json</c>.</summary>
    internal async Task<JsonElement> StatusAsync(string word)
    {
        using var json = JsonDocument.Parse((await At.VerbAsync("status", "--json")).Out);
        return json.RootElement.GetProperty(word).Clone();
    }

    internal Task WellAsync(string part) => Patience.UntilAsync(async () => (await StatusAsync(part)).GetBoolean(), part + " works again");
    internal Task IllAsync(string part) => Patience.UntilAsync(async () => !(await StatusAsync(part)).GetBoolean(), part + " is reported");
}
