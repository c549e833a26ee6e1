namespace Sekisho.PolicyText.Parsing;

/// <summary>
/// Digits alone on a line: the number of a page, or of the 項 below it? They number a 項 only in a text that prints its other numbers on lines of
/// their own too, only behind a complete sentence, and only in their order.
/// </summary>
internal static class LoneNumbers
{
    private const int LeastAlone = 3;

    /// <summary>Indexes of the lines whose digits number the text below them.</summary>
    public static IReadOnlySet<int> Find(IReadOnlyList<string> lines)
    {
        var found = new HashSet<int>();
        if (!StandAlone(lines)) return found;
        var (last, before) = (0, "");
        for (var i = 0; i < lines.Count; i++)
        {
            var text = lines[i].Trim();
            if (text.Length == 0) continue;
            if (text.Length <= 2 && text.All(Characters.IsDigit))
            {
                if (Numerals.Read(text) is not { } number || number != last + 1 || !MayStandBehind(before, number)) continue;
                found.Add(i);
                last = number;
            }
            else if (MarkerReader.Read(text) is { Scheme: Scheme.Jou or Scheme.Dai }) last = 1;
            else if (Headings.Supplement(text).Success) last = 0;
            before = text;
        }
        return found;
    }

    private static bool MayStandBehind(string before, int number) =>
        Characters.EndsSentence(before) || (number == 1 && Headings.Supplement(before).Success) || Headings.Bracketed(before) is not null;

    private static bool StandAlone(IReadOnlyList<string> lines)
    {
        var markers = lines.Select(l => MarkerReader.Read(l.Trim())).Where(m => m is { Scheme: Scheme.Jou or Scheme.Dai or Scheme.Paren or Scheme.Kanji }).ToList();
        var alone = markers.Count(m => m!.Rest.Length == 0);
        return alone >= LeastAlone && alone * 2 >= markers.Count;
    }
}
