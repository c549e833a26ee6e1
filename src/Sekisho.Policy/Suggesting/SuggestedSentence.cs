using Sekisho.Conformity.Suggesting;
using Sekisho.PolicyText.Reading;

namespace Sekisho.Policy.Suggesting;

/// <summary>A sentence with what is proposed for it.</summary>
/// <param name="Sentence">As read.</param>
/// <param name="RoleCode">The neutral role of its bearer; CITY where nobody is named.</param>
/// <param name="Suggestions">The most fitting first; empty where nothing known is like it.</param>
public sealed record SuggestedSentence(ReadSentence Sentence, string RoleCode, IReadOnlyList<Suggestion> Suggestions)
{
    /// <summary>Why there is no proposal.</summary>
    public const string WhyNot = "似た文も言葉の重なる管理策もありません。人が決めてください。";
}
