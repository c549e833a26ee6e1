using Sekisho.Policy.Library;
using Sekisho.Shell.Language;
using Sekisho.Shell.Routing;

namespace Sekisho.Policy.Findings;

/// <summary>Everybody who signs in may point at a fault; who answers for the text decides.</summary>
internal static class FindingRights
{
    /// <summary>Null when the person may decide; else the sentence that says who may.</summary>
    public static string? Locked(Current user, Words words) =>
        LibraryRights.Manages(user) ? null : words["policy.finding.locked"];
}
