using Sekisho.Kernel.Clauses;

namespace Sekisho.Policy.Documents;

/// <summary>Addresses of the pages of a document.</summary>
internal static class PolicyLink
{
    public static string Article(string documentId, ClauseRef path) => "/policy/" + documentId + "/articles/" + path;
    public static string Text(string documentId) => "/policy/" + documentId + "/text";
    public static string Import(string documentId) => "/policy/" + documentId + "/import";
    public const string Scope = "/policy/scope";
    public const string List = "/policy";
}
