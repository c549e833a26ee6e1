using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Sekisho.Commands.Worker;

/// <summary>The verb <c>worker-probe</c>: tries every forbidden act inside the sandbox and prints those that succeeded, then "done".</summary>
internal static class ProbeEntry
{
    internal static int Run(string forbiddenFile)
    {
        (string Name, Action Act)[] acts =
        [
            ("network", () => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp).Connect(IPAddress.Loopback, 9)),
            ("socket", () => new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified).Dispose()),
            ("data", () => File.ReadAllBytes(forbiddenFile)),
            ("write-program", () => File.WriteAllText("/app/probe", "x")),
            ("write-system", () => File.WriteAllText("/usr/lib/probe", "x")),
            ("processes", SeeHost),
            ("spawn", () => Process.Start("/runtime/dotnet", "--version").Dispose()),
            ("environment", SeeEnvironment),
        ];
        foreach (var (name, act) in acts)
            if (Succeeds(act)) Console.Out.WriteLine(name);
        Console.Out.WriteLine("done");
        return 0;
    }

    /// <summary>Any exception means that the act was refused: which one depends on the kernel and the layer that refused.</summary>
    private static bool Succeeds(Action act)
    {
        try
        {
            act();
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return false;
        }
    }

    /// <summary>More processes than the sandbox itself started: its init, this program, and one about to end.</summary>
    private static void SeeHost()
    {
        var seen = Directory.EnumerateDirectories("/proc").Count(d => Path.GetFileName(d).All(char.IsAsciiDigit));
        if (seen <= 3) throw new UnauthorizedAccessException();
    }

    private static void SeeEnvironment()
    {
        string[] known = ["LANG", "TMPDIR", "PWD"];
        var strange = Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Any(k => !known.Contains(k, StringComparer.Ordinal) && !k.StartsWith("DOTNET_", StringComparison.Ordinal));
        if (!strange) throw new UnauthorizedAccessException();
    }
}
