using Sekisho.Kernel.Facts.Policy;
using Sekisho.PolicyText;
using Sekisho.PolicyText.Reading;

namespace Sekisho.Policy.Library;

/// <summary>References to laws and guidelines as facts. One whose version nobody has looked at is not resolved.</summary>
internal static class LawLinks
{
    /// <summary>A law has no document id of ours; its name stands for it.</summary>
    public static string DocumentOf(string name) => "law:" + name;

    public static IEnumerable<PolicyClauseLinked> Of(string documentId, ParsedPolicy text, IReadOnlyDictionary<string, LawReferenceRow> known, DateTimeOffset now) =>
        OuterReferences.Read(text).Select(r =>
        {
            var seen = known.GetValueOrDefault(r.Name);
            return new PolicyClauseLinked(documentId, r.From.ToString(), DocumentOf(r.Name), null, seen?.LawVersion, seen is not null, seen is null ? "version_unknown" : null, seen?.CheckedAt ?? now);
        });
}
