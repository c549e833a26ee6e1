namespace Sekisho.PolicyText;

/// <summary>The names of the levels in files ("toc-entry", "table-row").</summary>
public static class ClauseLevels
{
    private static readonly Dictionary<string, ClauseLevel> ByCode =
        Enum.GetValues<ClauseLevel>().ToDictionary(Code, level => level, StringComparer.Ordinal);

    public static string Code(this ClauseLevel level) => level switch
    {
        ClauseLevel.TocEntry => "toc-entry",
        ClauseLevel.TableRow => "table-row",
        ClauseLevel.AppendedTable => "appended-table",
        _ => level.ToString().ToLowerInvariant(),
    };

    /// <summary>Null for an unknown name.</summary>
    public static ClauseLevel? Find(string code) => ByCode.TryGetValue(code, out var level) ? level : null;
}
