using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

/// <summary>What an attacker inside a worker would try: to call out, to reach the database's socket and the content store, to look at other processes, to write, to multiply.</summary>
internal static class Escape
{
    /// <param name="targets">port (a listener of this machine), socket (a path), store (a file), parent (a process).</param>
    /// <returns>The acts that succeeded.</returns>
    internal static IEnumerable<string> Reached(IReadOnlyDictionary<string, string> targets)
    {
        (string Name, Action Act)[] acts =
        [
            ("out", () => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp).Connect(IPAddress.Loopback, int.Parse(targets["port"], System.Globalization.CultureInfo.InvariantCulture))),
            ("out-udp", () => new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp).SendTo([1], new IPEndPoint(IPAddress.Parse("192.0.2.1"), 53))),
            ("out-6", () => new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp).Connect(IPAddress.IPv6Loopback, 9)),
            ("database", () => new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified).Connect(new UnixDomainSocketEndPoint(targets["socket"]))),
            ("store", () => File.ReadAllBytes(targets["store"])),
            ("store-folder", () => Directory.GetFiles(Path.GetDirectoryName(targets["store"])!)),
            ("parent-memory", () => File.OpenRead("/proc/" + targets["parent"] + "/mem").Dispose()),
            ("parent-environment", () => File.ReadAllText("/proc/" + targets["parent"] + "/environ")),
            ("write-beside", () => File.WriteAllText(targets["store"] + ".new", "x")),
            ("write-program", () => File.WriteAllText("/app/x", "x")),
            ("write-library", () => File.WriteAllText("/usr/lib/x", "x")),
            ("write-root", () => File.WriteAllText("/x", "x")),
            ("device", () => File.OpenRead("/dev/mem").Dispose()),
            ("passwords", () => File.ReadAllText("/etc/shadow")),
            ("program", () => Process.Start("/runtime/dotnet", "--version").Dispose()),
            ("shell", () => Process.Start("/bin/sh", "-c true").Dispose()),
        ];
        return acts.Where(a => Succeeds(a.Act)).Select(a => a.Name);
    }

    /// <summary>Which exception refuses an act depends on the layer that does.</summary>
    private static bool Succeeds(Action act)
    {
        try
        {
            act();
            return true;
        }
        catch (Exception) { return false; }
    }
}
