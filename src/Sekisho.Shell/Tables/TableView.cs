using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Sekisho.Shell.Tables;

/// <summary>
/// What part of a list is asked for: order, page and filters, all in the address, so that it can be kept, sent and printed.
/// Only the sort keys the page names are accepted; everything else falls back, never fails.
/// </summary>
public sealed class TableView
{
    private const string SortField = "sort", PageField = "page", SizeField = "size";
    public const int DefaultSize = 50;
    /// <summary>Largest page: a request for more would let one reader hold the database.</summary>
    public const int MaxSize = 200;
    private const int LastPage = 100_000;
    /// <summary>A list that is taken out comes whole, up to so many rows.</summary>
    public const int ExportSize = 10_000;

    private readonly string path;
    private readonly Dictionary<string, string> query;

    private TableView(string path, Dictionary<string, string> query, string sort, bool descending, int page, int size) =>
        (this.path, this.query, Sort, Descending, Page, Size) = (path, query, sort, descending, page, size);

    public string Sort { get; }
    public bool Descending { get; }
    /// <summary>From 1.</summary>
    public int Page { get; }
    public int Size { get; }
    public int Offset => (Page - 1) * Size;

    /// <summary>Reads the address. <paramref name="sorts"/> are the accepted keys, the first is the default; "-" before the default means descending.</summary>
    public static TableView Of(HttpRequest request, params string[] sorts)
    {
        var query = request.Query.Where(q => q.Value.Count > 0).ToDictionary(q => q.Key, q => q.Value[0] ?? "", StringComparer.Ordinal);
        var (start, startDown) = Split(sorts.Length == 0 ? "" : sorts[0]);
        var (asked, down) = Split(query.GetValueOrDefault(SortField, ""));
        var known = sorts.Select(s => Split(s).Key).Contains(asked, StringComparer.Ordinal) && asked.Length > 0;
        if (ExportPage.IsAsked(request)) return new TableView(request.Path, query, known ? asked : start, known ? down : startDown, 1, ExportSize);
        return new TableView(request.Path, query, known ? asked : start, known ? down : startDown,
            Number(query, PageField, 1, LastPage, 1), Number(query, SizeField, 10, MaxSize, DefaultSize));
    }

    /// <summary>A filter of the address, trimmed; empty when it is not there.</summary>
    public string Filter(string name) => query.GetValueOrDefault(name, "").Trim();

    public bool IsFiltered => query.Keys.Any(k => k is not (SortField or PageField or SizeField) && query[k].Length > 0);

    /// <summary>The address of another page of the same list.</summary>
    public string ToPage(int page) => With(PageField, page == 1 ? null : page.ToString(CultureInfo.InvariantCulture));

    /// <summary>The address of the same list in another order; asking for the present order again turns it round.</summary>
    public string ToSort(string key) => With(SortField, (string.Equals(key, Sort, StringComparison.Ordinal) && !Descending ? "-" : "") + key, PageField);

    /// <summary>The address with one filter set, or taken away by null; always back on page 1.</summary>
    public string ToFilter(string name, string? value) => With(name, value, PageField);

    /// <summary>The address that gives the same list, whole, as a workbook.</summary>
    public string ToExport() => With(ExportPage.Field, ExportPage.Workbook, PageField);

    /// <summary>True when the list is taken out as a workbook: every row, and tables the screen has no room for.</summary>
    public bool IsExport => query.GetValueOrDefault(ExportPage.Field) == ExportPage.Workbook;

    /// <summary>Filters and order as an address: what a saved view keeps and what can be sent to others. Without page, and without what is chosen inside the list.</summary>
    public string ToView(params IReadOnlyList<string> chosen) => QueryHelpers.AddQueryString(path,
        query.Where(q => q.Value.Length > 0 && q.Key is not (PageField or ExportPage.Field) && !chosen.Contains(q.Key, StringComparer.Ordinal)).OrderBy(q => q.Key, StringComparer.Ordinal).ToDictionary(q => q.Key, q => (string?)q.Value, StringComparer.Ordinal));

    /// <summary>The list without any filter.</summary>
    public string Plain => path;

    /// <summary>Hidden fields a filter form needs so that the order survives it.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Kept => query.Where(q => q.Key is SortField or SizeField);

    /// <summary>aria-sort of a column.</summary>
    internal string? Order(string key) => string.Equals(key, Sort, StringComparison.Ordinal) ? Descending ? "descending" : "ascending" : null;

    private string With(string name, string? value, string? drop = null)
    {
        var next = query.Where(q => !string.Equals(q.Key, name, StringComparison.Ordinal) && !string.Equals(q.Key, drop, StringComparison.Ordinal) && q.Value.Length > 0)
            .ToDictionary(q => q.Key, q => (string?)q.Value, StringComparer.Ordinal);
        if (value is not null) next[name] = value;
        return QueryHelpers.AddQueryString(path, next);
    }

    private static (string Key, bool Descending) Split(string sort) => sort.StartsWith('-') ? (sort[1..], true) : (sort, false);

    private static int Number(Dictionary<string, string> query, string name, int least, int most, int otherwise) =>
        int.TryParse(query.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, least, most) : otherwise;
}
