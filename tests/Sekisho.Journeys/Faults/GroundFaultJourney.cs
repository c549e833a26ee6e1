using System.Net;
using System.Net.Sockets;
using System.Text;
using Sekisho.Journeys.Support;

namespace Sekisho.Journeys.Faults;

/// <summary>Scanner, database, disk, key and sandbox go away under a running gateway: nothing unsanitised leaves, nothing accepted is lost, all of it goes on afterwards.</summary>
[Collection(FaultyCityCollection.Name)]
public sealed class GroundFaultJourney(FaultyCity city)
{
    [Fact]
    public async Task With_the_scanner_dead_a_mail_is_held_and_the_scanner_comes_back_by_itself()
    {
        var folder = Path.Combine(city.At.Data, "clamav");
        // Shut, so that the scanner cannot be started again before the mail is there.
        File.SetUnixFileMode(folder, UnixFileMode.None);
        var scanner = Processes.Naming(Path.Combine(folder, "clamd.conf")).ShouldHaveSingleItem().Id;
        await Processes.SignalAsync("KILL", scanner);
        await Processes.WaitForEndAsync(scanner);
        var mail = await new FaultMail(city, "no-scanner").TakenAsync();
        await mail.HeldAsync("scanner.unavailable");
        await city.IllAsync("scanner");
        mail.ShouldNotHaveLeft();
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await city.WellAsync("scanner");
        await AgainAsync(mail, "ウイルス検査を実行できなかった");
    }

    [Fact]
    public async Task With_the_database_down_after_the_last_line_the_client_is_put_off_and_the_database_comes_back_by_itself()
    {
        var mail = new FaultMail(city, "no-database");
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(IPAddress.Loopback, city.At.SmtpPort);
            using var wire = new StreamReader(client.GetStream(), Encoding.ASCII);
            await SayAsync(client, wire, "220", null);
            await SayAsync(client, wire, "250", "HELO outside.example");
            await SayAsync(client, wire, "250", "MAIL FROM:<outside@example.org>");
            await SayAsync(client, wire, "250", "RCPT TO:<" + FaultMail.Recipient + ">");
            await SayAsync(client, wire, "354", "DATA");
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(mail.Text));
            var server = int.Parse(File.ReadLines(Path.Combine(city.At.Data, "postgres", "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture);
            await Processes.SignalAsync("QUIT", server); // PostgreSQL's immediate stop
            await Processes.WaitForEndAsync(server);
            await SayAsync(client, wire, "451", ".");
        }
        mail.ShouldNotHaveLeft();
        await city.WellAsync("database");
        await (await mail.TakenAsync()).ArrivedOnceAsync();
    }

    [MountFact]
    public async Task With_the_disk_full_the_client_is_put_off_and_with_room_again_the_mail_goes_through()
    {
        await city.Disk.FillAsync();
        var mail = new FaultMail(city, "no-room");
        await mail.PutOffAsync();
        await city.IllAsync("disk");
        city.Disk.Free();
        await city.WellAsync("database");
        mail.ShouldNotHaveLeft();
        await (await mail.TakenAsync()).ArrivedOnceAsync();
    }

    [MountFact]
    public async Task With_no_sandbox_to_be_had_mail_is_held_then_put_off_until_there_is_one_again()
    {
        const string Sandbox = "/usr/bin/bwrap";
        await WithinAsync("/bin/mount", "--bind", "/bin/false", Sandbox);
        await Processes.SignalAsync("KILL", city.Workers.All());
        var held = await new FaultMail(city, "no-sandbox").TakenAsync();
        await held.HeldAsync("sandbox.unavailable");
        var late = new FaultMail(city, "waits-for-sandbox");
        await late.PutOffAsync();
        (await city.StatusAsync("sandbox")).GetBoolean().ShouldBeFalse();
        held.ShouldNotHaveLeft();
        await WithinAsync("/bin/umount", Sandbox);
        await city.WellAsync("sandbox");
        await (await late.TakenAsync()).ArrivedOnceAsync();
        await AgainAsync(held, "安全な隔離環境を作れない");
    }

    /// <summary>Ctrl-C with a mail in a worker's hands, the key away at the next start, back later: one story, because the key is read at the start.</summary>
    [Fact]
    public async Task Without_the_key_what_was_accepted_is_held_what_comes_is_put_off_and_with_the_key_all_goes_on()
    {
        var key = Path.Combine(city.At.Data + ".keys", "kek");
        var (accepted, late) = (new FaultMail(city, "no-key"), new FaultMail(city, "waits-for-key"));
        await using (var trap = await WorkerTrap.SetAsync(city.Workers.All()))
        {
            await accepted.TakenAsync();
            await trap.CaughtAsync();
            await city.At.StopAsync();
        }
        Processes.Naming(city.At.Data).ShouldBeEmpty();
        File.Move(key, key + ".away");
        await city.UpAgainAsync();
        city.At.Said.ShouldContain("保管の鍵");
        await accepted.HeldAsync("content.unavailable");
        await late.PutOffAsync();
        (await city.StatusAsync("keys")).GetBoolean().ShouldBeFalse();
        accepted.ShouldNotHaveLeft();
        File.Move(key + ".away", key);
        await (await late.TakenAsync()).ArrivedOnceAsync();
        await AgainAsync(accepted, "保管した原本を読み出せません");
    }

    private async Task AgainAsync(FaultMail mail, string reason)
    {
        var keeper = await city.KeeperAsync();
        await keeper.SeesAsync(mail, reason);
        await keeper.AgainAsync(mail);
        await mail.ArrivedOnceAsync();
    }

    /// <summary>In the installation's own mount namespace: the machine keeps its sandbox.</summary>
    private async Task WithinAsync(params string[] command) =>
        (await Command.RunAsync("/usr/bin/nsenter", ["-t", city.At.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture), "-m", "--", .. command])).Succeeded();

    private static async Task SayAsync(TcpClient client, StreamReader wire, string expected, string? line)
    {
        if (line is not null) await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
        (await wire.ReadLineAsync()).ShouldNotBeNull().ShouldStartWith(expected);
    }
}
