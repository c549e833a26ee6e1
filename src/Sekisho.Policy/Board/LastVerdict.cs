using Sekisho.Kernel.Ledger;

namespace Sekisho.Policy.Board;

/// <summary>What the ledger last said of an article. <paramref name="Detail"/> holds the verdicts of its obligations and controls as one text.</summary>
internal sealed record LastVerdict(string Verdict, string Base, string Detail, DateTimeOffset? UnknownSince, DateTimeOffset At)
{
    public static LastVerdict Of(SealedRecord record) => new(
        record.Text("verdict") ?? "", record.Text("base_verdict") ?? "", DetailOf(record.List("obligation_verdicts"), record.List("control_verdicts")),
        record.Time("unknown_since"), record.Time("at") ?? record.OccurredAt);

    public static string DetailOf(IEnumerable<string>? obligations, IEnumerable<string>? controls) => string.Join(' ', (obligations ?? []).Concat(controls ?? []));
}
