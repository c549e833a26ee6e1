using System.CommandLine;
using System.Text;
using Sekisho.Policy.Suggesting;
using Sekisho.PolicyText.Exchange;

namespace Sekisho.Commands;

/// <summary><c>policy export FILE --format xml|oscal|md|docx|yaml</c>: a policy text in a form of others: 法令標準XML, OSCAL catalog, Markdown, Word (A4), the draft of a pack.</summary>
internal static class PolicyExportCommand
{
    /// <summary>Code and city of a pack that has neither yet: <c>policy suggest --pack</c> names both.</summary>
    private const string NewPack = "NEW";

    internal static Command Make(TimeProvider time)
    {
        var file = new Argument<string>("FILE") { Description = "条文のファイル" };
        var format = CommonOptions.Format("xml", "oscal", "md", "docx", "yaml");
        var output = new Option<string>("--out") { Description = "書き出すファイル(なければ標準出力)", HelpName = "FILE" };
        var export = new Command("export", "条文を、法令標準XML・OSCAL・Markdown・Word・パックの下書きとして書き出す") { file, format, output };
        export.SetAction((result, ct) => RunAsync(result.GetRequiredValue(file), result.GetValue(format)!, result.GetValue(output), time, ct));
        return export;
    }

    private static async Task<int> RunAsync(string file, string format, string? output, TimeProvider time, CancellationToken ct)
    {
        var policy = await PolicyCommand.ReadPolicyAsync(file, time, ct);
        if (!policy.IsOk) return ExitCodes.Say(policy.Refusals);
        var bytes = format switch
        {
            "oscal" => OscalWriter.Write(policy.Value, time.GetUtcNow()),
            "md" => MarkdownWriter.Write(policy.Value),
            "docx" => WordWriter.Write(policy.Value),
            "xml" => LawXmlWriter.Write(policy.Value),
            _ => [],
        };
        if (format == "yaml")
        {
            var suggester = PolicySuggester.Open(new Policy.Packs.PackFolder(PackFolder.Own));
            if (!suggester.IsOk) return ExitCodes.Say(suggester.Refusals);
            bytes = Encoding.UTF8.GetBytes(PackDraft.Write(NewPack, NewPack, policy.Value, suggester.Value.Suggest(policy.Value, 1), suggester.Value.Catalogue));
        }
        if (output is not null) await File.WriteAllBytesAsync(output, bytes, ct);
        else
        {
            await using var stdout = Console.OpenStandardOutput();
            await stdout.WriteAsync(bytes, ct);
        }
        return ExitCodes.Done;
    }
}
