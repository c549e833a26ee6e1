using System.CommandLine;
using System.Globalization;
using Sekisho.Policy.Suggesting;
using Sekisho.PolicyText;

namespace Sekisho.Commands;

/// <summary><c>policy suggest FILE</c>: strength, bearer and controls for every sentence of a text nobody has mapped, in rank order, or as the draft of a pack. Nothing of an installation is read or changed.</summary>
internal static class PolicySuggestCommand
{
    private const string Header = "path\tsentence\tstrength\trole_code\tcontrol_id\tscore\treason";
    private const int UsualTop = 3;

    internal static Command Make(TimeProvider time)
    {
        var file = new Argument<string>("FILE") { Description = "条文のファイル" };
        var format = CommonOptions.Format("tsv");
        var top = new Option<int>("--top") { Description = "一文に示す管理策の数(1から10)", DefaultValueFactory = _ => UsualTop };
        var pack = new Option<string?>("--pack") { Description = "表の代わりに、この記号のパックの案を書く(英大文字2〜8字)", HelpName = "CODE" };
        var city = new Option<string?>("--city") { Description = "パックの案に書く市の名", HelpName = "NAME" };
        var suggest = new Command("suggest", "知らない条文の一文ごとに、強さ・主体・管理策の案を示す") { file, format, top, pack, city };
        suggest.SetAction((result, ct) => RunAsync(result.GetRequiredValue(file), Math.Clamp(result.GetValue(top), 1, 10), result.GetValue(pack), result.GetValue(city), time, ct));
        return suggest;
    }

    private static async Task<int> RunAsync(string file, int top, string? pack, string? city, TimeProvider time, CancellationToken ct)
    {
        if (pack is not null && (pack.Length is < 2 or > 8 || pack.Any(c => !char.IsAsciiLetterUpper(c)))) return ExitCodes.Say([new Kernel.Refusal("usage.pack", $"パックの記号「{pack}」は使えません。", "英大文字2〜8字にしてください。")]);
        var read = await PolicyCommand.ReadPolicyAsync(file, time, ct);
        if (!read.IsOk) return ExitCodes.Say(read.Refusals);
        var suggester = PolicySuggester.Open(new Policy.Packs.PackFolder(PackFolder.Own));
        if (!suggester.IsOk) return ExitCodes.Say(suggester.Refusals);
        var policy = read.Value;
        var sentences = suggester.Value.Suggest(policy, top);
        if (pack is not null) Console.Out.Write(PackDraft.Write(pack, city ?? pack, policy, sentences, suggester.Value.Catalogue));
        else
        {
            Console.Out.WriteLine(Header);
            foreach (var sentence in sentences) Write(sentence);
        }
        var without = sentences.Count(s => s.Suggestions.Count == 0);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"文 {sentences.Count}、案の在る文 {sentences.Count - without}、案の無い文 {without}(理由つき)"));
        return ExitCodes.Done;
    }

    private static void Write(SuggestedSentence line)
    {
        var start = string.Join('\t', line.Sentence.Path, "s" + line.Sentence.Number.ToString(CultureInfo.InvariantCulture), line.Sentence.Strength, line.RoleCode);
        if (line.Suggestions.Count == 0) Console.Out.WriteLine(start + "\t\t0\t" + SuggestedSentence.WhyNot);
        foreach (var s in line.Suggestions) Console.Out.WriteLine(string.Join('\t', start, s.ControlId, s.Score.ToString("0.000", CultureInfo.InvariantCulture), s.Reason));
    }
}
