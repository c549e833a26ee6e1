namespace Sekisho.PolicyText;

/// <summary>
/// Cuts a clause into sentences at full stops outside brackets; a stray closing bracket after the stop stays with the sentence before;
/// a text without a stop is one sentence.
/// </summary>
public static class SentenceSplitter
{
    public static IReadOnlyList<string> Split(string text)
    {
        var sentences = new List<string>();
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (Characters.IsOpening(text[i])) depth++;
            else if (Characters.IsClosing(text[i]) && depth > 0) depth--;
            if (text[i] != '。' || depth > 0) continue;
            while (i + 1 < text.Length && Characters.IsClosing(text[i + 1])) i++;
            Add(sentences, text[start..(i + 1)]);
            start = i + 1;
        }
        Add(sentences, text[start..]);
        return sentences;
    }

    private static void Add(List<string> sentences, string sentence)
    {
        if (sentence.Trim() is { Length: > 0 } trimmed) sentences.Add(trimmed);
    }
}
