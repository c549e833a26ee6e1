using Sekisho.PolicyText.Parsing;

namespace Sekisho.PolicyText;

/// <summary>
/// Reads the text of any Japanese policy, 規程, 要綱 or 訓令 as a tree of clauses. The way of numbering, the width of the page and the place of
/// headings are found on the text itself; nothing is switched on by name. A text without any structure becomes one preamble.
/// </summary>
public static class PolicyParser
{
    /// <summary>Texts longer than this are refused before parsing by whoever takes them in: a limit against exhausting the machine.</summary>
    public const int LongestText = 10 * 1024 * 1024;

    /// <exception cref="ArgumentException">The text is longer than <see cref="LongestText"/> characters.</exception>
    public static ParsedPolicy Parse(string text)
    {
        if (text.Length > LongestText) throw new ArgumentException("The text is too long to be a policy.", nameof(text));
        var finisher = new TreeFinisher();
        var clauses = finisher.Finish(new DocumentReader(BrokenCaptions.Mend(LineReader.Read(text))).Read());
        return new ParsedPolicy(clauses, finisher.Uncertain);
    }
}
