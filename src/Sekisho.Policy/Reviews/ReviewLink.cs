namespace Sekisho.Policy.Reviews;

/// <summary>Addresses of the pages of reviews.</summary>
internal static class ReviewLink
{
    public const string List = "/policy/reviews";
    public static string New(string? kind = null) => List + "/new" + (kind is null ? "" : "?kind=" + kind);
    public static string One(Guid id) => List + "/" + OpenReview.Text(id);
}
