using System.Text.RegularExpressions;

namespace Sekisho.Shell.Language;

/// <summary>A clause path as people say it: art7/par3 → 第7条第3項. A path of another form is shown as it stands.</summary>
public static partial class ClauseWords
{
    /// <summary>The words for one path in the language of the page.</summary>
    public static string Of(string path, Words words)
    {
        var match = Form().Match(path);
        if (!match.Success) return path;
        var text = words["shell.clause.article", match.Groups["a"].Value];
        if (match.Groups["p"].Success) text += words["shell.clause.paragraph", match.Groups["p"].Value];
        if (match.Groups["i"].Success) text += words["shell.clause.item", match.Groups["i"].Value];
        return text;
    }

    [GeneratedRegex("^art(?<a>[0-9]{1,3})(/par(?<p>[0-9]{1,3}))?(/item(?<i>[0-9]{1,3}))?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
