using Sekisho.Journeys.Support;

namespace Sekisho.Journeys;

/// <summary>A small city in a network without a route, with a certificate of its own authority. Shared by the journeys of operation.</summary>
public sealed class QuietCity : IAsyncLifetime
{
    internal const string Name = "quiet city";

    private readonly CityAuthority authority = new();
    private readonly SmallCity people = new("shiranami");
    private Installation? at;

    internal Installation At => at!;
    internal CityAuthority Authority => authority;
    internal string Folder { get; } = Directory.CreateTempSubdirectory("sekisho-quiet-").FullName;
    internal string Root => Path.Combine(Folder, "root.pem");

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(Root, authority.RootPem);
        // Readable by its owner only, as an administrator keeps it: the service's user cannot open it.
        var certificate = Path.Combine(Folder, "city certificate.pem");
        await File.WriteAllTextAsync(certificate, authority.ServerPem());
        File.SetUnixFileMode(certificate, UnixFileMode.UserRead);
        at = await Installation.StartAsync(people.Folder, twist: new() { Within = NoRoute.Shell, FirstStart = ["--tls-cert", certificate] });
    }

    /// <summary>A mail comes in from inside the namespace; returns when it has been disarmed and that is sealed.</summary>
    internal async Task ReceiveAsync(string subject)
    {
        const string count = "select count(*) from platform.record r join platform.leaf l on l.record_id = r.id where r.name = 'mail.sanitised'";
        var before = await Superuser.SqlAsync(At, count);
        (await NoRoute.RunAsync(At, "/usr/bin/swaks", "--server", "127.0.0.1", "--port", At.SmtpPort.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "--from", "outside@example.org", "--to", "d01@city.sekisho.example", "--header", "Subject: " + subject, "--body", subject)).Succeeded();
        for (var i = 0; await Superuser.SqlAsync(At, count) == before; i++)
        {
            i.ShouldBeLessThan(150, "the mail was not disarmed within half a minute\n" + At.Said);
            await Task.Delay(200);
        }
    }

    public async Task DisposeAsync()
    {
        if (at is not null) await at.DisposeAsync();
        authority.Dispose();
        people.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
