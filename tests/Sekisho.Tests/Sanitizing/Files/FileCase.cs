using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Sekisho.Commands;
using Sekisho.Commands.Worker;
using Sekisho.Kernel.Sanitising;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Sanitizing.Files;

/// <summary>
/// One folder below tests/corpus/files: ROWS_NAME, e.g. "RT-01,RT-02_equation" (the bad input is treated) or "RT-01_kept-word" (the harmless
/// neighbour is kept). In it the input under its own name, expected.txt, answers of native tools, perhaps a password and a policy.yaml.
/// </summary>
internal sealed partial class FileCase(string folder)
{
    internal static string Root { get; } = Path.Combine(SharedFiles.RepositoryRoot, "tests", "corpus", "files");
    internal static IEnumerable<FileCase> All => Directory.GetDirectories(Root).Order(StringComparer.Ordinal).Select(d => new FileCase(d));

    internal string Name => Path.GetFileName(folder);
    internal string[] Rows => Name.Split('_')[0].Split(',');
    internal bool IsNearMiss => Name.Split('_')[1].StartsWith("kept", StringComparison.Ordinal);
    internal string Expected => Path.Combine(folder, "expected.txt");
    private string InputFile => Directory.GetFiles(folder).Single(f => Path.GetFileName(f) is not "expected.txt" and not "password" and not "policy.yaml" and var n && !n.StartsWith("tool-", StringComparison.Ordinal) && !n.EndsWith(".received.txt", StringComparison.Ordinal));
    internal string FileName => Path.GetFileName(InputFile);
    internal byte[] Input => File.ReadAllBytes(InputFile);

    internal FileResult Run() => Treat(FileName, Input, Policy());

    /// <summary>The output as it would come back from somebody: by the product's own choices.</summary>
    internal FileResult Again(string name, byte[] bytes) => Treat(name, bytes, new());

    private FilePolicy Policy() => Path.Combine(folder, "policy.yaml") is var file && File.Exists(file)
        ? FilePolicyOptions.Read(new Dictionary<string, string> { [SanitisePolicy.Option] = SanitisePolicyFile.Read("policy.yaml", File.ReadAllText(file)).Value.For(null, null, null) }, new()) : new();

    private FileResult Treat(string name, byte[] bytes, FilePolicy policy) =>
        FileSanitiser.Sanitise(new(bytes), new(name, null, new(new()), policy, 0, new RecordedTools(folder))
        {
            Password = Path.Combine(folder, "password") is var p && File.Exists(p) ? File.ReadAllText(p).TrimEnd('\n') : null,
        });

    internal static string Describe(FileResult result)
    {
        var text = new StringBuilder();
        text.Append("outcome: ").Append(result.Outcome).Append(' ').Append(result.DetectedType).Append(" -> ").Append(result.OutputType).Append(' ').Append(result.OutputName).Append('\n');
        foreach (var f in result.Findings) text.Append("finding: ").Append(f.Rule).Append(' ').Append(f.Action).Append(' ').Append(f.Count).Append(' ').Append(f.Place).Append(" | ").Append(FindingSentences.Of(f)).Append('\n');
        foreach (var c in result.Children) text.Append("child: ").Append(c.Name).Append(' ').Append(c.DetectedType).Append(' ').Append(c.Outcome).Append(' ').AppendJoin(' ', c.Findings.Select(f => f.Rule)).Append('\n');
        if (result.Output is { } output) text.Append(Content(output, result.OutputType));
        return text.ToString();
    }

    private static string Content(byte[] output, string type) => type switch
    {
        "text" or "csv" or "xml" or "ics" or "vcf" or "eml" or "svg" or "dxf" or "sxf" => "----\n" + (Sekisho.Sanitizing.TextFiles.TextGuess.Read(output) is { Label: "CP932" } japanese ? japanese.Text : Encoding.UTF8.GetString(output)).Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n') + "\n",
        "zip" => "----\n" + string.Join("\n", Entries(output).Select(e => e.Key)) + "\n",
        "png" or "jpeg" or "pdf" or "empty" => "",
        _ => "----\n" + string.Join("\n", Entries(output).Where(e => e.Key is "word/document.xml" or "xl/sharedStrings.xml" or "xl/worksheets/sheet1.xml" or "ppt/slides/slide1.xml" or "content.xml").Select(e => Tags().Replace(Encoding.UTF8.GetString(e.Value), " ").Trim())) + "\n",
    };

    private static Dictionary<string, byte[]> Entries(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(e => e.FullName, e => { using var s = e.Open(); var m = new MemoryStream(); s.CopyTo(m); return m.ToArray(); }, StringComparer.Ordinal);
    }

    [GeneratedRegex("(?:<[^>]*>\\s*)+", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
