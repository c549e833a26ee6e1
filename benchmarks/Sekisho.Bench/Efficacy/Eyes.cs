using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sekisho.Bench.Support;

namespace Sekisho.Bench.Efficacy;

/// <summary>What programs of others still see in a file: structure of a PDF (qpdf), metadata (exiftool), signatures of our own (clamscan, yara) over the file and everything packed in it. One line for each thing seen, "" for none.</summary>
internal sealed partial class Eyes(string work)
{
    private static readonly string Rules = Path.Combine(Results.Repository(), "benchmarks", "Sekisho.Bench", "Efficacy", "eyes");
    private int number;

    internal static IReadOnlyList<string> Open { get; } = [.. new[] { "qpdf", "exiftool", "clamscan", "yara", "soffice" }.Where(Programs.Has)];

    /// <summary>Eye and what it saw, for every file below a folder; paths relative to it.</summary>
    internal List<(string File, string Eye, string Seen)> Look(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !Path.GetFileName(f).StartsWith("sekisho-", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var seen = new List<(string, string, string)>();
        foreach (var file in files)
        {
            var name = Path.GetRelativePath(folder, file);
            if (Path.GetExtension(file).Equals(".pdf", StringComparison.OrdinalIgnoreCase) && Programs.Has("qpdf")) seen.AddRange(Structure(file).Select(s => (name, "qpdf", s)));
            if (Programs.Has("yara")) seen.AddRange(Patterns(file).Select(s => (name, "yara", s)));
        }
        if (Programs.Has("exiftool")) seen.AddRange(Metadata(folder));
        if (Programs.Has("clamscan")) seen.AddRange(Signatures(folder));
        return seen;
    }

    /// <summary>Keys that act or carry files, anywhere in the objects. What lies in a stream is the others' part.</summary>
    private IEnumerable<string> Structure(string file)
    {
        var (_, text) = Programs.Run(work, "timeout", "60", "qpdf", "--json", "--json-key=qpdf", "--json-stream-data=none", file);
        return Active().Matches(text).Select(m => m.Value.Trim('"', ':')).Distinct(StringComparer.Ordinal);
    }

    [GeneratedRegex("\"/(?:JS|JavaScript|Launch|EmbeddedFiles?|EF|OpenAction|AA|XFA|RichMedia|SubmitForm|ImportData|GoToR|GoToE|Movie|Sound|Rendition|AcroForm|FileAttachment|3D|Collection)\"", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Active();

    private static IEnumerable<(string, string, string)> Metadata(string folder)
    {
        var (_, text) = Programs.Run(folder, "timeout", "600", "exiftool", "-q", "-q", "-r", "-j", "-G", "-EXIF:all", "-XMP:all", "-IPTC:all", "-GPS:all", "-Photoshop:all", "-ICC_Profile:all", "-Comment", "-Author", "-Artist", "-Creator", "-LastModifiedBy", ".");
        if (text.IndexOf('[', StringComparison.Ordinal) is not (>= 0 and var at) || text.LastIndexOf(']') is not (>= 0 and var end) || end < at) yield break;
        using var json = JsonDocument.Parse(text[at..(end + 1)]);
        foreach (var file in json.RootElement.EnumerateArray())
            foreach (var tag in file.EnumerateObject().Where(t => t.Name is not "SourceFile").Take(3))
                if (tag.Value.ToString().Length > 0) yield return (Path.GetRelativePath(".", file.GetProperty("SourceFile").GetString()!), "exiftool", tag.Name);
    }

    private static IEnumerable<(string, string, string)> Signatures(string folder)
    {
        var (_, text) = Programs.Run(folder, "timeout", "900", "clamscan", "-r", "-i", "--no-summary", "--exclude=/sekisho-(report|progress|summary)", "-d", Rules + ".ndb", folder);
        foreach (var line in text.Split('\n').Where(l => l.EndsWith(" FOUND", StringComparison.Ordinal)))
            if (line.LastIndexOf(": ", StringComparison.Ordinal) is > 0 and var colon) yield return (Path.GetRelativePath(folder, line[..colon]), "clamscan", line[(colon + 2)..^6]);
    }

    /// <summary>Over the file as it is and unpacked: archives and packages by bsdtar, to the second depth, PDF streams by qpdf.</summary>
    private List<string> Patterns(string file)
    {
        var own = Directory.CreateDirectory(Path.Combine(work, "eye" + ++number)).FullName;
        try
        {
            File.Copy(file, Path.Combine(own, "file"));
            Unpack(Path.Combine(own, "file"), own, 0);
            var (_, text) = Programs.Run(own, "timeout", "60", "yara", "-r", "-w", Rules + ".yar", own);
            return [.. text.Split('\n').Where(l => l.Contains(own, StringComparison.Ordinal) && !l.StartsWith("error", StringComparison.Ordinal)).Select(l => l.Split(' ')[0]).Distinct(StringComparer.Ordinal)];
        }
        finally { Directory.Delete(own, recursive: true); }
    }

    private static void Unpack(string file, string folder, int depth)
    {
        var head = new byte[8];
        using (var stream = File.OpenRead(file)) stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (head.AsSpan().StartsWith("%PDF"u8)) Programs.Run(folder, "timeout", "60", "qpdf", "--qdf", "--object-streams=disable", file, file + ".qdf");
        else if (depth < 2 && Encoding.Latin1.GetString(head) is ['P', 'K', ..] or ['7', 'z', ..] or [(char)0x1F, (char)0x8B, ..])
        {
            var inside = Directory.CreateDirectory(file + ".d").FullName;
            Programs.Run(folder, "timeout", "60", "bsdtar", "-xf", file, "-C", inside);
            foreach (var f in Directory.EnumerateFiles(inside, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }).ToList()) Unpack(f, folder, depth + 1);
        }
    }
}
