using System.Text;
using Sekisho.Kernel;
using Sekisho.Sanitizing.Mail;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Sanitizing.Mail;

/// <summary>A folder is a case: tests/corpus/mail/NAME/input.eml and expected.txt (outcome, rules, parts, body).</summary>
public class MailCorpusTests
{
    private static readonly string Folder = Path.Combine(SharedFiles.RepositoryRoot, "tests", "corpus", "mail");
    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Folder).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    /// <summary>A case named "MI-01_two-boundaries" proves a row; one named "MI-01_kept-…" proves that the harmless neighbour is kept.</summary>
    internal static IEnumerable<(string Row, bool NearMiss)> Rows => Directory.GetDirectories(Folder).Select(d => Path.GetFileName(d).Split('_')).Where(n => n.Length == 2)
        .SelectMany(n => n[0].Split(',').Select(row => (row, n[1].StartsWith("kept", StringComparison.Ordinal))));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_mail_comes_out_as_written_down(string name)
    {
        var result = Treat.Bytes(File.ReadAllBytes(Path.Combine(Folder, name, "input.eml")));
        Approved.Match(Path.Combine(Folder, name, "expected.txt"), Describe(result).TrimEnd('\n').Split('\n'));
        foreach (var row in name.Contains('_', StringComparison.Ordinal) ? name.Split('_')[0].Split(',') : [])
            if (name.Contains("_kept", StringComparison.Ordinal)) Treat.Rules(result).ShouldNotContain(row);
            else Treat.Rules(result).ShouldContain(row);
        Sekisho.Verifying.OutputVerifier.Verify(result.Output!, "eml").Forbidden.ShouldBeEmpty(name);
        if (result.Outcome is Outcome.Clean or Outcome.Cleaned) Treat.IsUnchanged(result).ShouldBeTrue(name);
    }

    private static string Describe(MailResult result)
    {
        var text = new StringBuilder();
        text.Append("outcome: ").Append(result.Outcome).Append("\nsubject: ").Append(result.Subject).Append("\nfrom: ").Append(result.From).Append('\n');
        foreach (var f in result.Findings) text.Append("finding: ").Append(f.Rule).Append(' ').Append(f.Action).Append(' ').Append(f.Place).Append('\n');
        foreach (var p in result.Parts)
        {
            text.Append("part: ").Append(p.Place).Append(' ').Append(p.Name).Append(" [").Append(p.DetectedType).Append("] ").Append(p.Outcome).Append(" -> ").Append(p.OutputName)
                .Append(' ').AppendJoin(' ', p.Findings.Select(f => f.Rule)).Append('\n');
        }
        return text.Append("body:\n").Append(result.After).Append('\n').ToString();
    }
}
