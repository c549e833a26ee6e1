using System.Text.RegularExpressions;
using Sekisho.Shell.Language;

namespace Sekisho.Organisation.Screens;

/// <summary>A clause path as people say it: art7/par3 → 第7条第3項. A path of another form is shown as it stands.</summary>
internal static partial class ClauseWords
{
    public static string Of(string path, Words words)
    {
        if (words.IsEnglish) return path;
        var match = Form().Match(path);
        if (!match.Success) return path;
        var text = $"第{match.Groups["a"].Value}条";
        if (match.Groups["p"].Success) text += $"第{match.Groups["p"].Value}項";
        if (match.Groups["i"].Success) text += $"第{match.Groups["i"].Value}号";
        return text;
    }

    [GeneratedRegex("^art(?<a>[0-9]{1,3})(/par(?<p>[0-9]{1,3}))?(/item(?<i>[0-9]{1,3}))?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
