using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Sekisho.Journeys.Support;

namespace Sekisho.Journeys.Faults;

/// <summary>What can stand in the way of a start: each is one sentence, one advice and an exit code of its own kind, at once and without a trace of the inside.</summary>
[Collection(FaultyCityCollection.Name)]
public sealed class StartJourney(FaultyCity city) : IDisposable
{
    private const int Environment = 4, NoSandbox = 5;
    private readonly string folder = FolderForEverybody();

    private string Data => Path.Combine(folder, "data");

    [Theory]
    [InlineData("--http")]
    [InlineData("--smtp")]
    public async Task A_port_in_use_is_named_with_its_option(string option)
    {
        using var other = new TcpListener(IPAddress.Any, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        var free = option == "--http" ? "--smtp" : "--http";
        Refused(await UpAsync(Data, option, port, free, Ports.Free().ToString(CultureInfo.InvariantCulture)), Environment, "ポート " + port, option);
    }

    [Fact]
    public async Task A_second_start_on_the_same_data_is_refused_and_changes_nothing()
    {
        var before = await File.ReadAllTextAsync(Path.Combine(city.At.Data, "installation.json"));
        Refused(await UpAsync(city.At.Data, "--http", "1025", "--smtp", "1026"), Environment, "すでに動いています", "Ctrl-C");
        (await File.ReadAllTextAsync(Path.Combine(city.At.Data, "installation.json"))).ShouldBe(before);
        (await city.StatusAsync("database")).GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_broken_data_folder_is_refused_and_left_as_it_is()
    {
        // A start that came as far as its folders, and then settings that nobody can read.
        using var other = new TcpListener(IPAddress.Any, 0);
        other.Start();
        Refused(await UpAsync(Data, "--http", ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)), Environment, "ポート");
        var settings = Path.Combine(Data, "installation.json");
        await File.WriteAllTextAsync(settings, "{ broken");
        Refused(await UpAsync(Data), Environment, "データフォルダーが壊れています", "restore");
        (await File.ReadAllTextAsync(settings)).ShouldBe("{ broken");
    }

    [Fact]
    public async Task A_folder_that_may_not_be_used_is_named()
    {
        var closed = Path.Combine(folder, "closed");
        Directory.CreateDirectory(closed);
        File.SetUnixFileMode(closed, UnixFileMode.None);
        Refused(await UpAsync(Path.Combine(closed, "data")), Environment, closed, "--data");
    }

    /// <summary>An installation that ran: its disk may only be read now, or the database's files are damaged.</summary>
    [Fact]
    public async Task A_read_only_disk_and_a_damaged_database_are_refused_and_left_as_they_are()
    {
        await using var at = await Installation.StartAsync("none");
        await at.StopAsync();
        Refused(await Command.RunAsync(ReadOnly(at.Data)[0], [.. ReadOnly(at.Data)[1..], Path.Combine(Checkout.Root, "sekisho"), "up", "--yes", "--data", at.Data]), Environment, at.Data, "読み取り専用", "--data");
        foreach (var (file, said) in new[] { ("PG_VERSION", "データフォルダーが壊れています"), ("global/pg_control", "データベースを起動できませんでした") })
        {
            var damaged = Path.Combine(at.Data, "postgres", file);
            var sound = await File.ReadAllBytesAsync(damaged);
            await File.WriteAllBytesAsync(damaged, []);
            Refused(await UpAsync(at.Data), Environment, said, file, "restore");
            (await File.ReadAllBytesAsync(damaged)).ShouldBeEmpty();
            await File.WriteAllBytesAsync(damaged, sound);
        }
        await at.UpAsync();
    }

    /// <summary>The program runs, so that people see why; no mail is taken.</summary>
    [Fact]
    public async Task Without_a_sandbox_it_says_so_and_stays_closed_for_mail()
    {
        await using var at = await Installation.StartAsync("none", twist: new() { Within = NoSandboxes });
        at.Said.ShouldContain("安全な隔離環境を作れません");
        at.Said.ShouldContain("メールは受け付けません(451)");
        at.Said.ShouldContain("bubblewrap");
        using var status = JsonDocument.Parse((await at.VerbAsync("status", "--json")).Out);
        status.RootElement.GetProperty("sandbox").GetBoolean().ShouldBeFalse();
    }

    [MountFact]
    public async Task A_full_disk_is_named()
    {
        await city.Disk.FillAsync();
        try
        {
            var there = Path.Combine(city.Disk.Root, "second");
            Refused(await UpAsync(there), Environment, there, "空き");
        }
        finally
        {
            city.Disk.Free();
            await city.WellAsync("database");
        }
    }

    /// <summary>Inside a sandbox that forbids further ones: hostile bytes stay closed, and the verb says why.</summary>
    [Fact]
    public async Task Without_a_sandbox_a_verb_opens_nothing_from_outside()
    {
        var text = Path.Combine(Checkout.Root, "content", "packs", "SKS");
        var file = Directory.EnumerateFiles(text, "*.txt", SearchOption.AllDirectories).First();
        var said = await Command.RunAsync("/usr/bin/bwrap",
            ["--dev-bind", "/", "/", "--unshare-user", "--disable-userns", "--", Path.Combine(Checkout.Root, "sekisho"), "policy", "parse", file]);
        Refused(said, NoSandbox, "安全な隔離環境を作れません", "bubblewrap");
        said.Out.ShouldBeEmpty();
    }

    public void Dispose()
    {
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        if (Directory.Exists(Path.Combine(folder, "closed"))) File.SetUnixFileMode(Path.Combine(folder, "closed"), (UnixFileMode)0b111_000_000);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A command that runs the one behind it where the folder cannot be written.</summary>
    private static string[] ReadOnly(string data) => MountFactAttribute.Allowed
        ? ["/usr/bin/unshare", "-m", "sh", "-c", "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\" && exec \"$@\"", data]
        : ["/usr/bin/bwrap", "--dev-bind", "/", "/", "--ro-bind", data, data, "--"];

    /// <summary>A machine on which no sandbox can be made: for root one without a working bubblewrap, for a person one that forbids further namespaces. Neither leaves a process of its own before the program: signals reach that.</summary>
    private static IReadOnlyList<string> NoSandboxes { get; } = MountFactAttribute.Allowed
        ? ["/usr/bin/unshare", "-m", "sh", "-c", "mount --bind /bin/false /usr/bin/bwrap && exec \"$@\"", "sh"]
        : ["/usr/bin/unshare", "--user", "--map-current-user", "--keep-caps", "sh", "-c",
            "echo 0 > /proc/sys/user/max_user_namespaces && exec setpriv --inh-caps=-all --ambient-caps=-all -- \"$@\"", "sh"];

    private static string FolderForEverybody()
    {
        var made = Directory.CreateTempSubdirectory("sekisho-start-").FullName;
        File.SetUnixFileMode(made, (UnixFileMode)0b111_101_101);
        return made;
    }

    private static Task<Command> UpAsync(string data, params string[] more) => Command.SekishoAsync(["up", "--yes", "--data", data, "--city", "none", .. more]);

    private static void Refused(Command said, int code, params string[] words)
    {
        said.ExitCode.ShouldBe(code, said.Out + said.Error);
        foreach (var word in words) said.Error.ShouldContain(word);
        said.Error.ShouldNotContain("   at ");
        said.Error.ShouldNotContain("Exception");
    }
}
