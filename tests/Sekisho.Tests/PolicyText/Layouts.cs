using System.Text;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.PlainText;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.PolicyText;

/// <summary>Layouts of our own making below tests/corpus/layouts: a folder is a case, input.* what a city hands in, gold.tsv its tree.</summary>
public static class Layouts
{
    private static readonly string Root = Path.Combine(SharedFiles.RepositoryRoot, "tests", "corpus", "layouts");

    public static TheoryData<string> All => [.. Directory.GetDirectories(Root).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    internal static string Gold(string name) => File.ReadAllText(Path.Combine(Root, name, "gold.tsv"));
    internal static byte[] Bytes(string name) => File.ReadAllBytes(Directory.GetFiles(Path.Combine(Root, name), "input.*").Single());

    /// <summary>The text a worker makes of the file.</summary>
    internal static string Text(string name)
    {
        var reply = TextVerb.Answer(new WorkerRequest(1, WorkerVerb.Text, new Dictionary<string, string>(), Bytes(name)), new PdfTool());
        return Encoding.UTF8.GetString(reply.Output!.Bytes.Span);
    }
}
