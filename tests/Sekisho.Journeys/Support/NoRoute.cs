using System.Globalization;

namespace Sekisho.Journeys.Support;

/// <summary>A network namespace with nothing in it but the loopback device and one more address on it: no route leads anywhere.</summary>
internal static class NoRoute
{
    /// <summary>An address of the machine that is not loopback's (RFC 5737).</summary>
    public const string OtherAddress = "192.0.2.1";
    private const string Prepare = "ip link set lo up && ip addr add " + OtherAddress + "/32 dev lo && exec ";

    private static bool IsRoot => Environment.IsPrivilegedProcess;

    /// <summary>Runs the command behind it inside. Without root a user namespace lends the rights for the preparation; the command has none of them.</summary>
    public static IReadOnlyList<string> Shell { get; } = IsRoot
        ? ["/usr/bin/unshare", "--net", "sh", "-c", Prepare + "\"$@\"", "sh"]
        : ["/usr/bin/unshare", "--map-current-user", "--net", "--keep-caps", "sh", "-c", Prepare + "setpriv --inh-caps=-all --ambient-caps=-all -- \"$@\"", "sh"];

    /// <summary>Runs a program where the installation lives.</summary>
    public static Task<Command> RunAsync(Installation at, params string[] command)
    {
        var process = at.ProcessId.ToString(CultureInfo.InvariantCulture);
        string[] enter = IsRoot ? ["--target", process, "--net"] : ["--target", process, "--user", "--preserve-credentials", "--net"];
        return Command.RunAsync("/usr/bin/nsenter", [.. enter, "--", .. command]);
    }
}
