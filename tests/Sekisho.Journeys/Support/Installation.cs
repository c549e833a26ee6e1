using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Sekisho.Journeys.Support;

/// <summary>The real executable, started as a user starts it: <c>./sekisho up</c> in a data folder of its own.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(8);
    private readonly string city;
    private readonly int? relay;
    private readonly InstallationTwist twist;
    private readonly StringBuilder said = new();
    private Process? process;

    private Installation(string city, int? relay, InstallationTwist twist)
    {
        (this.city, this.relay, this.twist) = (city, relay, twist);
        Parent = twist.Folder is { } folder ? Directory.CreateDirectory(Path.Combine(folder, "journey")).FullName : Directory.CreateTempSubdirectory("sekisho-journey-").FullName;
        File.SetUnixFileMode(Parent, (UnixFileMode)0b111_101_101);
        Data = Path.Combine(Parent, "データ folder");
    }

    /// <summary>Holds the data folder, whose name has a space and Japanese in it.</summary>
    public string Parent { get; }
    public string Data { get; }
    public int HttpPort { get; } = Ports.Free();
    public int SmtpPort { get; } = Ports.Free();
    public string Address => "https://localhost:" + HttpPort.ToString(CultureInfo.InvariantCulture);
    /// <summary>Everything the program printed so far, both streams.</summary>
    public string Said { get { lock (said) return said.ToString(); } }
    /// <summary>What the very first start printed, with the accounts; later starts do not say everything again.</summary>
    public string FirstScreen { get; private set; } = "";

    /// <summary>The process that was started; everything of the installation lives in its namespaces.</summary>
    public int ProcessId => process!.Id;

    public static async Task<Installation> StartAsync(string city, int? relay = null, InstallationTwist? twist = null)
    {
        var installation = new Installation(city, relay, twist ?? new InstallationTwist());
        await installation.UpAsync(installation.twist.FirstStart);
        installation.FirstScreen = installation.Said;
        return installation;
    }

    /// <summary>関所市 some time after its first start, which is made once a run: the folder of the data is copied and started. Needs no first start of its own to be looked at.</summary>
    public static async Task<Installation> DemoAsync(int? relay = null, InstallationTwist? twist = null)
    {
        var first = await FirstDemo.GetAsync();
        var installation = new Installation("demo", relay, twist ?? new InstallationTwist()) { FirstScreen = first.Screen };
        foreach (var end in new[] { "", ".keys" }) (await Command.RunAsync("/bin/cp", ["-a", first.Data + end, installation.Data + end])).Succeeded();
        await installation.UpAsync();
        return installation;
    }

    /// <summary>Starts it, or starts it again.</summary>
    public async Task UpAsync(params string[] more)
    {
        lock (said) said.Clear();
        List<string> arguments = ["up", "--yes", "--data", Data, "--city", city, "--http", Number(HttpPort), "--smtp", Number(SmtpPort), .. more];
        if (relay is { } port) arguments.AddRange(["--relay", "127.0.0.1:" + Number(port)]);
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process = new Process
        {
            StartInfo = twist.Start(Path.Combine(Checkout.Root, "sekisho"), arguments, new ProcessStartInfo
            {
                RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Checkout.Root,
            }),
            EnableRaisingEvents = true,
        };
        process.OutputDataReceived += (_, e) => Hear(e.Data, ready);
        process.ErrorDataReceived += (_, e) => Hear(e.Data, ready);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("up ended early:\n" + Said));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ready.Task.WaitAsync(StartLimit);
    }

    /// <summary>Ctrl-C; where the tests themselves run in the background of a script, SIGINT is ignored from the start and the stop is SIGTERM.</summary>
    public async Task StopAsync()
    {
        if (process is null || process.HasExited) return;
        (await Command.RunAsync("/bin/kill", [IgnoresInterrupt(process.Id) ? "-TERM" : "-INT", Number(process.Id)])).Succeeded();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>The machine loses power: every process of the installation dies at once.</summary>
    public async Task KillAsync()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        await Command.RunAsync("/usr/bin/pkill", ["-KILL", "-f", Parent]);
    }

    /// <summary>A verb on this installation.</summary>
    public Task<Command> VerbAsync(params string[] arguments) => VerbAtAsync(Data, arguments);

    /// <summary>A verb on another data folder of this machine.</summary>
    public Task<Command> VerbAtAsync(string data, params string[] arguments) =>
        Command.RunAsync(Path.Combine(Checkout.Root, "sekisho"), [.. arguments, "--data", data], environment: twist.Environment);

    private void Hear(string? line, TaskCompletionSource ready)
    {
        if (line is null) return;
        lock (said) said.AppendLine(line);
        if (line.Contains("止めるには", StringComparison.Ordinal)) ready.TrySetResult();
    }

    private static bool IgnoresInterrupt(int id)
    {
        const ulong Interrupt = 1UL << (2 - 1);
        var ignored = File.ReadLines($"/proc/{Number(id)}/status").First(l => l.StartsWith("SigIgn:", StringComparison.Ordinal)).Split('\t')[1];
        return (ulong.Parse(ignored, NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        process?.Dispose();
        // Nothing of an installation may outlive it: no server, no scanner, no worker.
        var left = Processes.Naming(Parent).Select(p => p.CommandLine).ToList();
        Directory.Delete(Parent, recursive: true);
        left.ShouldBeEmpty();
    }
}
