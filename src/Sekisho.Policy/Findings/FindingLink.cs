using Sekisho.Kernel.Clauses;
using Sekisho.Policy.Documents;

namespace Sekisho.Policy.Findings;

/// <summary>Addresses of the pages on findings, and how a place is called there.</summary>
internal static class FindingLink
{
    public static string List(string document) => "/policy/" + document + "/findings";
    public static string One(string document, string id) => List(document) + "/" + id;
    public static string New(string document, string? path = null) => List(document) + "/new" + (path is null ? "" : "?path=" + Uri.EscapeDataString(path));

    /// <summary>The printed numbers from the article down, with the article's heading; the path where nothing is printed.</summary>
    public static string Place(PolicyView view, string path)
    {
        if (ClauseRef.Parse(path) is not { } place) return path;
        var labels = new List<string>();
        var caption = "";
        for (ClauseRef? at = place; at is { } here; at = here.Parent)
        {
            if (view.ClauseOf(here) is not { } clause) continue;
            if (clause.PrintedLabel.Trim().Length > 0 && clause.Level is not "toc-entry") labels.Insert(0, clause.PrintedLabel.Trim());
            if (clause.Caption.Length > 0) caption = clause.Caption;
        }
        var name = (string.Join(' ', labels) + " " + caption).Trim();
        return name.Length > 0 ? name : view.ClauseOf(place) is { Body.Length: > 0 } own ? own.Body[..Math.Min(20, own.Body.Length)] : path;
    }
}
