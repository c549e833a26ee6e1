using System.Text.RegularExpressions;

namespace Sekisho.PolicyText.Reading;

/// <summary>
/// One of the eight strengths, by the end of the sentence and the part it stands in. A plain declarative (講じる, 実施する) binds in most policies and is read as a duty;
/// a list below a duty binds as that duty does.
/// </summary>
internal static partial class StrengthReader
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    [GeneratedRegex("てはならない|してはいけない|を禁止する|を禁ずる|を禁じる", Options)]
    private static partial Regex Prohibits();
    [GeneratedRegex("原則とする|を原則と|基本的なあり方とする|原則として", Options)]
    private static partial Regex Principle();
    [GeneratedRegex("推奨され|望ましい|求められる|重要である|要請される|必要である|努めるものとする|よう努める|努めなければ", Options)]
    private static partial Regex Should();
    [GeneratedRegex("ことができる(?:ものとする)?。?$|してもよい", Options)]
    private static partial Regex May();
    [GeneratedRegex("なければならない|ものとする", Options)]
    private static partial Regex Must();
    [GeneratedRegex("をいう(?:（[^）]*）)?。?|の意義は|の意味は|維持すること。?$|確保すること。?$|とは、", Options)]
    private static partial Regex Defines();
    [GeneratedRegex("適用する|適用される|対象とする|対象は|除く。?$|は除く|範囲は|次のとおりとする|を含む。?$|最低限の基準|最上位の基準|定めるところによる", Options)]
    private static partial Regex Bounds();
    [GeneratedRegex("目的とする|位置付け|定めるもので|寄与する|必要不可欠|共有財産", Options)]
    private static partial Regex Declares();

    public static string Read(string sentence, string part, ClauseLevel level, Func<string> leading) => part switch
    {
        "front" => "declaration",
        "history" => "declaration",
        "table" => "scope",
        "threats" => level == ClauseLevel.Article && sentence.EndsWith('。') && !Bounds().IsMatch(sentence) && Duty(sentence) is { } duty && sentence.Contains("実施する", StringComparison.Ordinal) ? duty : "scope",
        "definitions" => Bounds().IsMatch(sentence) && !Defines().IsMatch(sentence) ? "scope" : "definition",
        "purpose" => Strong(sentence) ?? "declaration",
        "scope" => Duty(sentence) is { } bound && Must().IsMatch(sentence) ? bound : "scope",
        "intro" => Strong(sentence) ?? (Declares().IsMatch(sentence) ? "declaration" : Defines().IsMatch(sentence) ? "definition" : Should().IsMatch(sentence) ? "should" : "must"),
        _ => InDuties(sentence, leading),
    };

    private static string InDuties(string sentence, Func<string> leading)
    {
        if (Duty(sentence) is { } own) return own;
        if (Bounds().IsMatch(sentence)) return "scope";
        if (Declares().IsMatch(sentence)) return "declaration";
        if (sentence.EndsWith('。')) return "must";
        return Duty(leading()) ?? "must";
    }

    /// <summary>The strength an explicit end gives; null for a plain end.</summary>
    private static string? Duty(string sentence) =>
        Prohibits().IsMatch(sentence) ? "prohibit"
        : Must().IsMatch(sentence) ? "must"
        : Should().IsMatch(sentence) ? "should"
        : May().IsMatch(sentence) ? "may"
        : Principle().IsMatch(sentence) ? "principle" : sentence.EndsWith("する。", StringComparison.Ordinal) && !Bounds().IsMatch(sentence) && !Declares().IsMatch(sentence) ? "must" : null;

    private static string? Strong(string sentence) => Prohibits().IsMatch(sentence) ? "prohibit" : sentence.Contains("なければならない", StringComparison.Ordinal) ? "must" : null;
}
