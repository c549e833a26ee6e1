using System.Globalization;
using System.Text;

namespace Sekisho.Platform.Ledger;

/// <summary>
/// A signed statement "the tree of this origin has this size and root", as text of C2SP tlog-checkpoint. <paramref name="Cites"/> is an extension line
/// that a restored ledger carries: the last checkpoint of the origin it continues.
/// </summary>
public sealed record Checkpoint(string Origin, long Size, byte[] Root, string? Cites)
{
    /// <summary>The signed part: origin, size, base64 root, extension lines, each ended by LF.</summary>
    public string Body => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n") + (Cites is null ? "" : Cites + "\n");

    /// <summary>One line that names this checkpoint: origin, size, base64 root.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture, $"{Origin} {Size} {Convert.ToBase64String(Root)}");

    /// <summary>Reads the body of a note; null when it has another form.</summary>
    public static Checkpoint? Parse(string body)
    {
        var lines = body.Split('\n');
        if (lines.Length is < 4 or > 6 || lines[^1].Length > 0 || lines[0].Length == 0) return null;
        if (!long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)) return null;
        var root = new byte[33];
        return Convert.TryFromBase64String(lines[2], root, out var length) && length == Merkle.HashBytes
            ? new(lines[0], size, root[..32], lines.Length > 4 ? lines[3] : null) : null;
    }

    internal byte[] BodyBytes => Encoding.UTF8.GetBytes(Body);
}
