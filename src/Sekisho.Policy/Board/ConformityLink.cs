using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Sekisho.Policy.Board;

/// <summary>Addresses of the pages about conformity.</summary>
internal static class ConformityLink
{
    public const string Board = "/conformity", Why = Board + "/why", History = Board + "/history", Compare = Board + "/compare", Outlook = Board + "/outlook",
        Applicability = Board + "/applicability", Report = Board + "/report";

    /// <summary>Why a control stands as it does in one cell.</summary>
    public static string WhyOf(string path, string column, string obligation, string? control, DateOnly? asOf) => QueryHelpers.AddQueryString(Why, Given(
        ("cell", path), ("at", column), ("duty", obligation), ("control", control), ("as-of", Text(asOf))));

    public static string HistoryOf(string path, string column, int? days = null) => QueryHelpers.AddQueryString(History, Given(("cell", path), ("at", column), ("days", days?.ToString(CultureInfo.InvariantCulture))));

    public static string Cell(string path, string column, DateOnly? asOf = null) => QueryHelpers.AddQueryString(Board, Given(("as-of", Text(asOf)), ("cell", path), ("at", column))) + "#cell";

    public static string Day(string page, DateOnly? asOf) => QueryHelpers.AddQueryString(page, Given(("as-of", Text(asOf))));

    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day a field of an address names; null for none, for one that is not over, and for anything that is no day.</summary>
    public static DateOnly? Past(string text, DateOnly today) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < today ? day : null;

    public static Dictionary<string, string?> Given(params IEnumerable<(string Name, string? Value)> fields) =>
        fields.Where(f => !string.IsNullOrEmpty(f.Value)).ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);
}
