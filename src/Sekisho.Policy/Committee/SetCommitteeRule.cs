using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Policy.Committee;

/// <summary>How the committee decides, with the provision that says so. It holds for what is decided from now on.</summary>
public sealed record SetCommitteeRule(int ReadVersion, string Quorum, bool DeputiesCount, bool WrittenAllowed, string Basis)
{
    private const int LongestBasis = 200;

    public Task<Result<int>> RunAsync(CommandRunner commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<int>(commandId, "policy.committee.rule", actor, async (work, inner) =>
        {
            if (!CommitteeRuleRow.Quorums.Contains(Quorum, StringComparer.Ordinal)) return new Refusal("policy.committee.quorum", "定足数が選ばれていません。", "定足数を選んでください。") { Field = "quorum" };
            if (Basis.Length is 0 or > LongestBasis) return new Refusal("policy.committee.basis", "根拠が書かれていないか、長すぎます。", $"運営要領の条を{LongestBasis}字までで書いてください。") { Field = "basis" };
            var row = await work.Context<DocumentsContext>().CommitteeRules.SingleAsync(inner);
            if (row.RowVersion != ReadVersion) return CommitteeRefusals.Changed;
            (row.Quorum, row.DeputiesCount, row.WrittenAllowed, row.Basis) = (Quorum, DeputiesCount, WrittenAllowed, Basis);
            work.Audit("policy.committee.rule_set", new Dictionary<string, object>(StringComparer.Ordinal) { ["quorum"] = Quorum, ["deputies_count"] = DeputiesCount ? 1 : 0, ["written_allowed"] = WrittenAllowed ? 1 : 0 },
                new Dictionary<string, string>(StringComparer.Ordinal) { ["basis"] = Basis });
            return 1;
        }, ct);
}
