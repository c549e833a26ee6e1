using Sekisho.Kernel.Ledger;

namespace Sekisho.Policy.Board;

/// <summary>What the ledger last said of an article.</summary>
internal sealed record LastVerdict(string Verdict, string Base, DateTimeOffset? UnknownSince, DateTimeOffset At)
{
    public static LastVerdict Of(SealedRecord record) =>
        new(record.Text("verdict") ?? "", record.Text("base_verdict") ?? "", record.Time("unknown_since"), record.Time("at") ?? record.OccurredAt);
}
