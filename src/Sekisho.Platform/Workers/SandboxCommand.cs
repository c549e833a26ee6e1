using System.Diagnostics;
using System.Globalization;

namespace Sekisho.Platform.Workers;

/// <summary>
/// Builds the command line of one sandbox (rule T7, LM-17 to LM-19): no network, own processes, IPC and host name, read-only view of
/// program, runtime, system libraries and fonts, a temporary file system, an empty environment, limits and a system call filter.
/// </summary>
internal sealed class SandboxCommand(SandboxOptions options, string workerFilter, string toolFilter, string pairFilter)
{
    // setsid: Ctrl-C in the terminal belongs to the parent alone, or a stop would look like a dead worker and hold a mail.
    // The shell sets the limits and opens the filter on descriptor 3; "$@" never contains a byte of anybody's input.
    private const string Wrapper = "ulimit -c 0; ulimit -n \"$2\"; ulimit -v \"$3\"; ulimit -f \"$4\"; exec 3<\"$1\"; shift 4; exec /usr/bin/setsid \"$@\"";
    private static readonly string[] SharedFolders = ["/usr/share/zoneinfo", "/usr/share/fonts", "/etc/alternatives", "/etc/ld.so.cache"];

    // Last of all mounts: the root itself is memory of the machine and takes no more files (LM-18, LM-19); the temporary folder has its size.
    private static readonly string[] Closed = ["--remount-ro", "/"];

    /// <summary>A worker: our program with the given verb and arguments.</summary>
    internal ProcessStartInfo Program(params string[] arguments)
    {
        var a = Common();
        a.AddRange(["--ro-bind", options.ProgramFolder, "/app"]);
        foreach (var part in new[] { "dotnet", "host", "shared" })
            a.AddRange(["--ro-bind", Path.Combine(options.RuntimeFolder, part), "/runtime/" + part]);
        foreach (var (name, value) in RuntimeSettings()) a.AddRange(["--setenv", name, value]);
        a.AddRange([.. Closed, "--", "/runtime/dotnet", "/app/" + options.Assembly, .. arguments]);
        return Start(workerFilter, a);
    }

    /// <summary>A native tool: one executable of the system and the package files it reads.</summary>
    internal ProcessStartInfo Tool(ToolCommand tool, IReadOnlyDictionary<string, string> environment)
    {
        var a = Common();
        foreach (var path in tool.Shown) a.AddRange(["--ro-bind-try", path, path]);
        foreach (var (name, value) in environment) a.AddRange(["--setenv", name, value]);
        a.AddRange([.. Closed, "--"]);
        a.AddRange(tool.CommandLine);
        return Start(tool.MayPair ? pairFilter : toolFilter, a);
    }

    private List<string> Common()
    {
        List<string> a =
        [
            "--unshare-user", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try",
            "--uid", "65534", "--gid", "65534", "--hostname", "sandbox", "--cap-drop", "ALL",
            "--disable-userns", "--die-with-parent", "--new-session", "--clearenv", "--seccomp", "3",
            "--ro-bind", "/usr/lib", "/usr/lib", "--symlink", "usr/lib", "/lib",
            "--ro-bind-try", "/usr/lib64", "/usr/lib64", "--symlink", "usr/lib64", "/lib64",
        ];
        foreach (var folder in SharedFolders) a.AddRange(["--ro-bind-try", folder, folder]);
        a.AddRange(["--proc", "/proc", "--dev", "/dev", "--size", Number(options.TemporaryBytes), "--tmpfs", "/tmp", "--chdir", "/tmp"]);
        return a;
    }

    private Dictionary<string, string> RuntimeSettings() => new(StringComparer.Ordinal)
    {
        ["DOTNET_gcServer"] = "0",
        ["DOTNET_GCHeapHardLimit"] = "0x" + options.HeapBytes.ToString("X", CultureInfo.InvariantCulture),
        // No debugger socket, no crash dump, no state of a former run.
        ["DOTNET_EnableDiagnostics"] = "0",
        ["DOTNET_DbgEnableMiniDump"] = "0",
        ["DOTNET_TieredPGO"] = "0",
        // Hexadecimal, 8,192 calls: a worker lives for fifty items, and compiling a second time what is called thirty times took a third of its time (measured).
        ["DOTNET_TC_CallCountThreshold"] = "2000",
        ["LANG"] = "C.UTF-8",
        ["TMPDIR"] = "/tmp",
    };

    private ProcessStartInfo Start(string filter, List<string> arguments)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        start.Environment.Clear();
        string[] head =
        [
            "-c", Wrapper, "sh", filter, Number(options.OpenFiles), Number(options.AddressBytes / 1024),
            Number(options.TemporaryBytes / 512), options.Bubblewrap,
        ];
        foreach (var x in head.Concat(arguments)) start.ArgumentList.Add(x);
        return start;
    }

    private static string Number(long n) => n.ToString(CultureInfo.InvariantCulture);
}
