using Sekisho.Kernel.Clauses;

namespace Sekisho.Policy.Documents;

/// <summary>Addresses of the pages of a document.</summary>
internal static class PolicyLink
{
    public static string Article(string documentId, ClauseRef path) => "/policy/" + documentId + "/articles/" + path;
    public static string Text(string documentId) => "/policy/" + documentId + "/text";
    public static string Import(string documentId) => "/policy/" + documentId + "/import";
    public static string Draft(Guid id, int? node = null) => "/policy/drafts/" + id.ToString("D", System.Globalization.CultureInfo.InvariantCulture) + (node is { } n ? "?n=" + n.ToString(System.Globalization.CultureInfo.InvariantCulture) : "");
    public static string Bind(Guid id) => Draft(id) + "/bind";
    public static string Mapping(string documentId, string show = "open", int? line = null) =>
        "/policy/" + documentId + "/mapping?show=" + show + (line is { } n ? "&n=" + n.ToString(System.Globalization.CultureInfo.InvariantCulture) : "");
    public static string Alike(string documentId, int line) => "/policy/" + documentId + "/mapping/alike?n=" + line.ToString(System.Globalization.CultureInfo.InvariantCulture);
    public const string Start = "/policy/start";
    public const string Drafts = "/policy/drafts";
    public const string Scope = "/policy/scope";
    public const string List = "/policy";
}
