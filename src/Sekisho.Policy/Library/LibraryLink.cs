namespace Sekisho.Policy.Library;

/// <summary>Addresses of the pages of the three levels of documents.</summary>
internal static class LibraryLink
{
    public const string List = "/policy/documents";
    public const string New = "/policy/documents/new";
    public static string Document(string id) => "/policy/documents/" + id;
    public static string Readers(string id) => "/policy/documents/" + id + "/readers";
    public static string Import(string id) => "/policy/documents/" + id + "/import";
    public static string Compare(string id) => "/policy/documents/" + id + "/compare";
    public static string CompareWord(string id, int from, int to) => FormattableString.Invariant($"/policy/documents/{id}/compare.docx?from={from}&to={to}");
    /// <summary>Where a person reads the text and confirms.</summary>
    public static string Read(string id) => "/policy/" + id + "/text";
}
