using System.Text.RegularExpressions;

namespace Sekisho.PolicyText.Reading;

/// <summary>Who a sentence binds: its topic, when the topic is somebody.</summary>
internal static partial class BearerReader
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private const int Longest = 60;

    [GeneratedRegex("[^、。は「」]*?(?<name>[^、。は「」]{0,40}(?:責任者|管理者|担当者|担当|事業者|職員等?|者|委員会|市長|町長|村長|部局|局長|部長|課長|チーム|CSIRT|ＣＳＩＲＴ|本市|市|町|村))[\\s　]?は、?", Options)]
    private static partial Regex Topic();
    [GeneratedRegex("(?<name>[^、。「」]{1,40}(?:責任者|管理者|担当者))が[^、。]*(?:場合|とき|際)(?:は|には)?、", Options)]
    private static partial Regex Condition();
    [GeneratedRegex("[（(][^（）()]*[)）]", Options)]
    private static partial Regex InBrackets();

    /// <summary>Empty when the sentence names nobody.</summary>
    public static string Read(string sentence)
    {
        var plain = InBrackets().Replace(sentence, "");
        var match = Topic().Match(plain);
        if (!match.Success) match = Condition().Match(plain);
        if (!match.Success) return "";
        var start = plain.LastIndexOfAny(['、', '。'], match.Groups["name"].Index) + 1;
        var name = plain[start..(match.Groups["name"].Index + match.Groups["name"].Length)].Trim();
        return name.Length <= Longest ? name : match.Groups["name"].Value.Trim();
    }
}
