using System.Globalization;
using Sekisho.Kernel;

namespace Sekisho.Platform.Ledger;

/// <summary>
/// A statement "the tree of this origin has this size and root, sealed then", as text of C2SP tlog-checkpoint with two extension lines of ours:
/// <c>sealed INSTANT</c>, and in a restored ledger <c>continues ORIGIN SIZE ROOT</c>, the last checkpoint of the origin it goes on from (rule T6).
/// </summary>
public sealed record Checkpoint(string Origin, long Size, byte[] Root, DateTimeOffset SealedAt, string? Continues)
{
    private const string SealedPrefix = "sealed ", ContinuesPrefix = "continues ";

    /// <summary>The signed part: origin, size, base64 root, extension lines, each ended by LF.</summary>
    public string Body => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n{SealedPrefix}{Instant.Text(SealedAt)}\n")
        + (Continues is null ? "" : ContinuesPrefix + Continues + "\n");

    /// <summary>One line that names this checkpoint: origin, size, base64 root.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture, $"{Origin} {Size} {Convert.ToBase64String(Root)}");

    /// <summary>Reads the body of a note; null when it has another form.</summary>
    public static Checkpoint? Parse(string body)
    {
        var lines = body.Split('\n');
        if (lines.Length is < 5 or > 6 || lines[^1].Length > 0 || lines[0].Length == 0) return null;
        if (!long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)) return null;
        var root = new byte[Merkle.HashBytes + 1];
        if (!Convert.TryFromBase64String(lines[2], root, out var length) || length != Merkle.HashBytes) return null;
        if (!lines[3].StartsWith(SealedPrefix, StringComparison.Ordinal)) return null;
        if (lines.Length == 6 && !lines[4].StartsWith(ContinuesPrefix, StringComparison.Ordinal)) return null;
        try
        {
            return new(lines[0], size, root[..Merkle.HashBytes], Instant.Parse(lines[3][SealedPrefix.Length..]), lines.Length == 6 ? lines[4][ContinuesPrefix.Length..] : null);
        }
        catch (FormatException)
        {
            return null; // another form of instant than ours
        }
    }
}
