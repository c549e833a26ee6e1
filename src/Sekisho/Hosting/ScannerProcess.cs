using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Sekisho.Kernel;

namespace Sekisho.Hosting;

/// <summary>
/// The virus scanner: Debian's clamd in the foreground on a socket of ours. With the machine's signature files where it has them,
/// otherwise (demo, offline trial) with a small set of our own, which the board shows for what it is.
/// </summary>
internal sealed class ScannerProcess(DataFolder folder) : IAsyncDisposable
{
    private const string Program = "/usr/sbin/clamd", SystemSignatures = "/var/lib/clamav";
    private Process? process;

    internal static string SocketOf(DataFolder folder) => Path.Combine(folder.Socket, "clamd.sock");

    /// <summary>True when the signatures are the machine's own, false for our small set.</summary>
    internal bool HasSystemSignatures { get; private set; }

    /// <summary>True while the program runs.</summary>
    internal bool IsAlive => process is { HasExited: false };

    /// <summary>Starts it, or starts it again after it has ended.</summary>
    /// <param name="demo">The demonstration always uses the small set: it starts in a second and knows our test mails.</param>
    /// <param name="time">Waits.</param>
    /// <param name="ct">Cancels the wait.</param>
    internal async Task<Refusal?> StartAsync(bool demo, TimeProvider time, CancellationToken ct)
    {
        if (!File.Exists(Program)) return Missing("clamav-daemon がありません");
        HasSystemSignatures = !demo && Directory.Exists(SystemSignatures) && Directory.EnumerateFiles(SystemSignatures, "*.c?d").Any();
        var socket = SocketOf(folder);
        File.Delete(socket);
        var configuration = Path.Combine(folder.Scanner, "clamd.conf");
        await File.WriteAllTextAsync(configuration, Configuration(socket), ct);
        var start = new ProcessStartInfo("/usr/bin/setsid", ["-w", Program, "--foreground", "--config-file=" + configuration])
        { WorkingDirectory = "/", RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        process?.Dispose();
        process = Process.Start(start) ?? throw new InvalidOperationException("clamd does not start.");
        Drain(process);
        for (var i = 0; i < 600 && !process.HasExited; i++)
        {
            if (await AnswersAsync(socket, time, ct)) return null;
            await Task.Delay(TimeSpan.FromMilliseconds(100), time, ct);
        }
        return Missing("起動しません。記録: " + Path.Combine(folder.Logs, "clamd.log"));
    }

    public async ValueTask DisposeAsync()
    {
        if (process is null) return;
        if (!process.HasExited)
        {
            // setsid -w hands no signals on: the whole session goes.
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }

    private string Configuration(string socket)
    {
        var signatures = HasSystemSignatures ? SystemSignatures : OwnSignatures();
        // Sizes: one mail with its own limit of 150 MiB must never be "too large to scan", which clamd would call clean.
        return string.Create(CultureInfo.InvariantCulture, $"""
            LocalSocket {socket}
            LocalSocketMode 600
            DatabaseDirectory {signatures}
            TemporaryDirectory {folder.Scanner}
            LogFile {folder.Logs}/clamd.log
            LogTime yes
            Foreground yes
            StreamMaxLength 400M
            MaxScanSize 400M
            MaxFileSize 400M
            AlertExceedsMax yes
            MaxThreads 4
            """) + "\n";
    }

    /// <summary>Two signatures: the industry's harmless test file and a marker of our own for demonstration mails.</summary>
    private string OwnSignatures()
    {
        var folderOfSet = Path.Combine(folder.Scanner, "own");
        Directory.CreateDirectory(folderOfSet);
        File.WriteAllText(Path.Combine(folderOfSet, "sekisho.ndb"),
            "Eicar-Test-Signature:0:*:" + Hex("$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$") + "\nSekisho.Demo.Marker:0:*:" + Hex("SEKISHO-DEMO-VIRUS-MARKER") + "\n");
        return folderOfSet;
    }

    private static string Hex(string text) => Convert.ToHexStringLower(Encoding.ASCII.GetBytes(text));

    /// <summary>Whether clamd says PONG (clamd(8)) within two seconds.</summary>
    internal static async Task<bool> AnswersAsync(string path, TimeProvider time, CancellationToken ct)
    {
        if (!File.Exists(path)) return false;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2), time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), stop.Token);
            await socket.SendAsync("zPING\0"u8.ToArray(), stop.Token);
            var answer = new byte[8];
            return Encoding.ASCII.GetString(answer, 0, await socket.ReceiveAsync(answer, stop.Token)).StartsWith("PONG", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }

    private static void Drain(Process started)
    {
        // Its own log file has everything; an unread pipe would block it.
        started.OutputDataReceived += (_, _) => { };
        started.ErrorDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
    }

    private static Refusal Missing(string why) => new("scanner.unavailable", $"ウイルス検査を使えません({why})。届いたメールは保留します。", "clamav-daemon を入れるか、記録の原因を取り除いてください。");
}
