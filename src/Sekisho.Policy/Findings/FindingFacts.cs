using Sekisho.Kernel.Facts.Policy;

namespace Sekisho.Policy.Findings;

/// <summary>What the ledger is told of a finding.</summary>
internal static class FindingFacts
{
    public static PolicyLintFound Of(FindingRow row) => new(
        DocId: row.DocumentId, FindingId: row.Id, RuleId: row.Rule, Path: row.Path, Kind: row.Kind, Detail: row.TextJa, Status: row.IsPresent ? row.Status : FindingRow.Gone);
}
