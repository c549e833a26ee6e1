using System.Text;
using Sekisho.Kernel;

namespace Sekisho.Sanitizing.Names;

/// <summary>The path of an archive entry: folders stay, anything that leaves the archive stops it whole (NM-07).</summary>
internal static class ArchivePath
{
    /// <summary>Cleaned segments; the last is the file (or folder) itself.</summary>
    internal static IReadOnlyList<CleanedName> Clean(string path, FindingLog log)
    {
        var slashed = path.Replace('\\', '/');
        if (slashed.StartsWith('/') || slashed.Contains('\0', StringComparison.Ordinal) || IsDrive(slashed)) throw Escape(path);
        var segments = slashed.TrimEnd('/').Split('/');
        if (segments.Length > 40) throw Escape(path);
        var cleaned = new List<CleanedName>(segments.Length);
        foreach (var segment in segments)
        {
            if (segment is ".") continue;
            // Nothing but dots and spaces in any script: "..", "．．", "" climb out or hide.
            if (LookAlikes.Fold(segment).Length == 0) throw Escape(path);
            cleaned.Add(NameCleaner.Clean(segment, log));
        }
        return cleaned;
    }

    /// <summary>Key under which two entries collide on some system: case, NFC, trailing dots and spaces (NM-11, ZP-02).</summary>
    internal static string CollisionKey(string path) =>
        string.Join('/', path.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Split('/').Select(s => s.TrimEnd(' ', '.')));

    private static bool IsDrive(string path) => path.Length >= 2 && path[1] == ':' && char.IsAsciiLetter(path[0]);
    private static FileStop Escape(string path) => new("NM-07", Outcome.Blocked, path);
}
