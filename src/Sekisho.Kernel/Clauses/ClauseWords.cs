namespace Sekisho.Kernel.Clauses;

internal static class ClauseWords
{
    private static readonly Dictionary<string, ClauseSegmentKind> Kinds =
        Enum.GetValues<ClauseSegmentKind>().ToDictionary(Word, kind => kind, StringComparer.Ordinal);

    public static string Word(ClauseSegmentKind kind) => kind.ToString().ToLowerInvariant();
    public static bool TryFind(string word, out ClauseSegmentKind kind) => Kinds.TryGetValue(word, out kind);
}
