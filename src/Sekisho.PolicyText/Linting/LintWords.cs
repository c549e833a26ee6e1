namespace Sekisho.PolicyText.Linting;

/// <summary>Words of the trade in general: pairs for one thing, spellings, terms that want a definition. No word of one city.</summary>
internal static class LintWords
{
    private static readonly Lazy<ILookup<string, (string Word, string Other)>> Table =
        new(() => LintTables.Rows("words").ToLookup(r => r[0], r => (Folded.Of(r[1]), Folded.Of(r[2])), StringComparer.Ordinal));

    /// <summary>The word to prefer and another for the same thing.</summary>
    public static IEnumerable<(string Word, string Other)> Synonyms => Table.Value["synonym"];
    /// <summary>The usual form and a variant.</summary>
    public static IEnumerable<(string Word, string Other)> Spellings => Table.Value["spelling"];
    public static IEnumerable<string> Terms => Table.Value["term"].Select(t => t.Word);
    public static IEnumerable<string> RoleAbbreviations => Table.Value["role-abbreviation"].Select(t => t.Word);
}
