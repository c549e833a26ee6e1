using System.Globalization;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel.Facts;
using Sekisho.Kernel.Facts.Policy;
using Sekisho.PolicyText;
using Sekisho.PolicyText.Reading;

namespace Sekisho.Policy.Documents;

/// <summary>What a new edition says to the ledger: the version, its history compared with the pack, its references and its defined words.</summary>
internal static class EditionFacts
{
    private const string FromPack = "pack";
    private const string FromText = "text";

    /// <param name="supersedes">Number of the version before, or what the pack names.</param>
    public static PolicyVersionPublished Version(DocumentRow document, EditionRow edition, string? supersedes) => new(
        DocId: document.Id,
        DocKind: document.Kind,
        Version: Text(edition.Version),
        Number: edition.Number,
        ParentDocId: document.ParentId,
        ParentVersion: edition.ParentVersion is { } parent ? Text(parent) : null,
        Statutory: document.Statutory,
        DisclosureClass: document.DisclosureClass,
        EnactedOn: edition.EnactedOn,
        EffectiveOn: edition.EffectiveOn,
        Supersedes: supersedes,
        DecisionId: edition.DecisionId,
        PublicationState: edition.PublicationState,
        Sha256: edition.TextSha256);

    public static IEnumerable<IFact> History(string documentId, ParsedPolicy text, Pack pack)
    {
        var printed = PrintedHistory.Read(text);
        foreach (var entry in pack.Document.History)
        {
            var same = printed.FirstOrDefault(p => IsSame(p, entry));
            yield return new PolicyHistoryRecorded(documentId, entry.Event, Day(entry.Date), entry.Number, FromPack, Matched(same, printed, entry), same?.Path.ToString());
        }
        foreach (var extra in printed.Where(p => !pack.Document.History.Any(h => IsSame(p, h))))
        {
            var known = extra.Date.Length == 0 && pack.Document.Number is { } number && PrintedHistory.Fold(number) == extra.Number;
            var superseded = extra.Event == "supersedes" && pack.Document.Supersedes is { } old && extra.Number.Length > 0;
            yield return new PolicyHistoryRecorded(documentId, extra.Event, Day(extra.Date), extra.Number.Length > 0 ? extra.Number : null, FromText,
                known || superseded ? true : null, extra.Path.ToString());
        }
    }

    public static IEnumerable<PolicyClauseLinked> Links(string documentId, int version, ParsedPolicy text, DateTimeOffset now) =>
        ClauseReferences.Read(text).Select(r => new PolicyClauseLinked(
            documentId, r.From.ToString(), documentId, r.To.ToString(), Text(version), r.IsResolved, r.IsResolved ? null : "no_such_clause", now));

    public static IEnumerable<IFact> Terms(string documentId, ParsedPolicy text, Pack pack) =>
        DefinedTerms.Read(text).Select(t =>
        {
            var zone = pack.Zones.FirstOrDefault(z => z.Path == t.Path.ToString());
            var meaning = zone?.Code ?? pack.Terms.FirstOrDefault(p => PrintedHistory.Fold(p.Value) == PrintedHistory.Fold(t.Term)).Key;
            return new PolicyTermBound(documentId, t.Term, meaning is null ? "unbound" : "bound", meaning, t.Path.ToString(), zone?.LocalName ?? t.Term);
        });

    /// <summary>Same in text and record: yes. Another date for the same event: no. Printed nowhere: neither.</summary>
    private static bool? Matched(PrintedEvent? same, IReadOnlyList<PrintedEvent> printed, PackHistory entry) =>
        same is not null ? true : printed.Any(p => p.Event == entry.Event && p.Date.Length > 0) ? false : null;

    private static bool IsSame(PrintedEvent printed, PackHistory entry)
    {
        if (entry.Number is { } number && printed.Number.Length > 0 && PrintedHistory.Fold(number).EndsWith(printed.Number, StringComparison.Ordinal)) return true;
        return printed.Date == entry.Date && (printed.Event == entry.Event || printed.Event == "dated" || Kin(printed.Event, entry.Event));
    }

    /// <summary>A text that prints only one date for 制定 and 施行, or writes 改正 for 全部改正, agrees with a pack that tells them apart.</summary>
    private static bool Kin(string printed, string entry) => (printed, entry) is ("enacted", "effective") or ("revised", "effective") or ("revised", "fully_revised") or ("fully_revised", "revised");

    internal static DateOnly? Day(string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    internal static string Text(int version) => version.ToString(CultureInfo.InvariantCulture);
}
