using System.Text;
using Sekisho.Kernel;

namespace Sekisho.Hosting;

/// <summary>
/// Where one installation keeps what. Keys lie beside the data folder, not in it, so that a copy of the data is no copy of the keys (rule T11).
/// </summary>
internal sealed record DataFolder(string Root)
{
    /// <summary>A Unix socket's path is limited to 107 bytes; PostgreSQL adds its own file name.</summary>
    private const int LongestSocketFolder = 80;

    internal string Keys => Root + ".keys";
    internal string Cluster => Path.Combine(Root, "postgres");
    internal string Content => Path.Combine(Root, "content");
    internal string Checkpoints => Path.Combine(Root, "checkpoints");
    internal string Scanner => Path.Combine(Root, "clamav");
    internal string Tls => Path.Combine(Root, "tls");
    internal string Logs => Path.Combine(Root, "log");
    internal string SettingsFile => Path.Combine(Root, "installation.json");
    /// <summary>Put there by the administrator; may be missing.</summary>
    internal string SanitisePolicyFile => Path.Combine(Root, "sanitise-policy.yaml");
    internal string LockFile => Path.Combine(Root, "lock");
    internal string KeyFile => Path.Combine(Keys, "kek");
    internal string SealerKeyFile => Path.Combine(Keys, "sealer.pem");
    internal string CertificateFile => Path.Combine(Keys, "tls.pem");
    internal string PasswordsFile => Path.Combine(Keys, "database.json");

    /// <summary>Folder of the database's socket: in the data folder, or below the temporary folder when that path would be too long.</summary>
    internal string Socket
    {
        get
        {
            var inside = Path.Combine(Root, "socket");
            return Encoding.UTF8.GetByteCount(inside) <= LongestSocketFolder ? inside : Path.Combine("/tmp", "sekisho-" + Digest.OfText(Root).Hex[..12]);
        }
    }

    /// <summary>The folder named on the command line, or the default of this user (rule T8).</summary>
    internal static DataFolder Of(string? named)
    {
        if (!string.IsNullOrEmpty(named)) return new(Path.GetFullPath(named));
        if (Environment.UserName is "root" or "sekisho") return new("/var/lib/sekisho");
        var home = Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } set
            ? set : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local/share");
        return new(Path.Combine(home, "sekisho"));
    }

    /// <summary>Makes the folders, each readable by its owner only.</summary>
    internal Result<DataFolder> Create()
    {
        try
        {
            foreach (var folder in new[] { Root, Keys, Content, Checkpoints, Scanner, Tls, Logs, Socket })
            {
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
                File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
            return this;
        }
        catch (UnauthorizedAccessException)
        {
            return StartRefusals.NoRight(Root);
        }
        catch (IOException e)
        {
            return StartRefusals.Storage(Root, e);
        }
    }
}
