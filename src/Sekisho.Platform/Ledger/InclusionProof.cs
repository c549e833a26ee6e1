using System.Globalization;
using System.Text;
using Sekisho.Platform.Keys;

namespace Sekisho.Platform.Ledger;

/// <summary>
/// Shows a third party, offline, that one record is in the tree a checkpoint signed (RFC 6962 §2.1.1), as text of C2SP tlog-proof:
/// a header, <c>extra</c> with the record's bytes, the leaf's index, the hashes of the path, an empty line, the checkpoint.
/// </summary>
public sealed record InclusionProof(byte[] Record, long Leaf, IReadOnlyList<byte[]> Path, string Note)
{
    private const string Header = "c2sp.org/tlog-proof@v1";

    public string Text
    {
        get
        {
            var b = new StringBuilder();
            b.Append(Header).Append('\n').Append("extra ").Append(Convert.ToBase64String(Record)).Append('\n');
            b.Append(CultureInfo.InvariantCulture, $"index {Leaf}\n");
            foreach (var hash in Path) b.Append(Convert.ToBase64String(hash)).Append('\n');
            return b.Append('\n').Append(Note).ToString();
        }
    }

    /// <summary>Reads a proof's text; null when it has another form.</summary>
    public static InclusionProof? Parse(string text)
    {
        var split = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0) return null;
        var lines = text[..split].Split('\n');
        if (lines.Length < 3 || lines[0] != Header || !lines[1].StartsWith("extra ", StringComparison.Ordinal) || !lines[2].StartsWith("index ", StringComparison.Ordinal)
            || !long.TryParse(lines[2].AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var leaf)) return null;
        try
        {
            return new(Convert.FromBase64String(lines[1][6..]), leaf, [.. lines[3..].Select(Convert.FromBase64String)], text[(split + 2)..]);
        }
        catch (FormatException)
        {
            return null; // not base64
        }
    }

    /// <summary>The checkpoint that covers the record when everything fits; null otherwise.</summary>
    /// <param name="publicKeyPem">The sealer's public key or keys, from wherever the caller trusts them.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">There is no key in the text.</exception>
    public Checkpoint? Verify(string publicKeyPem)
    {
        using var keys = NoteKeys.Read(publicKeyPem);
        return CheckpointNotes.Read(Note, keys) is { } checkpoint && MerklePath.Root(Merkle.Leaf(Record), Leaf, checkpoint.Size, Path) is { } root
            && root.AsSpan().SequenceEqual(checkpoint.Root) ? checkpoint : null;
    }
}
