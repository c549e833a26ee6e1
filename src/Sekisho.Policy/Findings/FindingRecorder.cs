using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.PolicyText.Linting;

namespace Sekisho.Policy.Findings;

/// <summary>
/// Computes the faults of a text and keeps them beside what was decided before: the same fault at the same place keeps its decision, a fault the text no longer has is set aside.
/// </summary>
internal static class FindingRecorder
{
    private const int IdLength = 16;

    /// <returns>How many faults the text has now.</returns>
    public static async Task<int> RecordAsync(UnitOfWork work, string documentId, string text, CancellationToken ct)
    {
        var context = work.Context<DocumentsContext>();
        var known = await context.Findings.Where(f => f.DocumentId == documentId && f.Source == FindingRow.ByRule).ToDictionaryAsync(f => f.Id, StringComparer.Ordinal, ct);
        var found = PolicyLint.Check(text).Select(f => Row(documentId, f, work.Now)).DistinctBy(f => f.Id).ToList();
        foreach (var row in found)
        {
            if (!known.Remove(row.Id, out var before))
            {
                context.Add(row);
                work.Fact(FindingFacts.Of(row));
            }
            else if (!before.IsPresent) Turn(work, before, present: true);
        }
        foreach (var gone in known.Values.Where(f => f.IsPresent)) Turn(work, gone, present: false);
        return found.Count;
    }

    private static void Turn(UnitOfWork work, FindingRow row, bool present)
    {
        row.IsPresent = present;
        row.RowVersion++;
        work.Fact(FindingFacts.Of(row));
    }

    private static FindingRow Row(string documentId, LintFinding finding, DateTimeOffset now) => new()
    {
        Id = Digest.OfText(string.Join('\t', documentId, finding.Rule, finding.Path, string.Join('\t', finding.Arguments))).Hex[..IdLength],
        DocumentId = documentId,
        Source = FindingRow.ByRule,
        Rule = finding.Rule,
        Kind = finding.Kind,
        Severity = finding.Severity,
        Path = finding.Path.ToString(),
        Quote = finding.Quote,
        TextJa = finding.Japanese,
        TextEn = finding.English,
        Status = FindingRow.Open,
        IsPresent = true,
        FoundAt = now,
    };
}
