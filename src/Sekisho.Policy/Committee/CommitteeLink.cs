namespace Sekisho.Policy.Committee;

/// <summary>Addresses of the committee's pages.</summary>
internal static class CommitteeLink
{
    public const string List = "/policy/committee";
    public const string Convene = List + "/new";
    public static string One(Guid id, Guid? item = null) => List + "/" + Text(id) + (item is { } i ? "?item=" + Text(i) : "");
    public static string Minutes(Guid id) => List + "/" + Text(id) + "/minutes.docx";
    public static string Text(Guid id) => id.ToString("D", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The page of what is decided on; null when there is none.</summary>
    public static string? Subject(AgendaItemRow item, string? documentId) => item.SubjectKind switch
    {
        AgendaItemRow.OfException => Exceptions.ExceptionLink.List + "/" + item.SubjectId,
        AgendaItemRow.OfReview => Reviews.ReviewLink.List + "/" + item.SubjectId,
        AgendaItemRow.OfEdition when documentId is not null => Library.LibraryLink.Document(documentId),
        AgendaItemRow.OfBoard => "/conformity?as-of=" + item.SubjectId,
        _ => null,
    };
}
