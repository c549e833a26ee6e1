using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts;
using Sekisho.Kernel.Facts.Policy;
using Sekisho.Platform;

namespace Sekisho.Policy.Reviews;

/// <summary>Attaches the analysis of risks to an open review: which threats, how likely, how great the loss, and what follows for the text.</summary>
public sealed record AnalyseRevision(Guid ReviewId, IReadOnlyList<string> Threats, int Likelihood, int Loss, string Findings)
{
    private const int LongestFindings = 2_000;
    public static IReadOnlyList<string> ThreatCodes { get; } = ["intrusion", "malware", "insider", "error", "failure", "disaster", "supplier", "shortage"];

    public Task<Result<int>> RunAsync(CommandRunner commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<int>(commandId, "policy.revision.analyse", actor, async (work, inner) =>
        {
            var context = work.Context<DocumentsContext>();
            var review = await context.Reviews.AsNoTracking().SingleOrDefaultAsync(r => r.Id == ReviewId, inner);
            if (review is null) return ConcludeReview.Gone;
            // A revision that went out without its analysis can still be analysed; the day tells that it came late.
            if (review.ClosedOn is not null && (review.Outcome != ReviewRow.Revise || await context.Analyses.AnyAsync(a => a.ReviewId == ReviewId, inner))) return ConcludeReview.Ended;
            if (actor.PersonId is not { } person) return new Refusal("policy.analysis.who", "分析した人が分かりません。", "職員として入ってから記録してください。");
            var wrong = new List<Refusal>();
            if (Threats.Count == 0 || Threats.Any(t => !ThreatCodes.Contains(t, StringComparer.Ordinal))) wrong.Add(new Refusal("policy.analysis.threats", "脅威が選ばれていません。", "考えた脅威を一つ以上選んでください。") { Field = "threat" });
            if (Likelihood is < 1 or > 3) wrong.Add(new Refusal("policy.analysis.likelihood", "起こりやすさが選ばれていません。", "三つから選んでください。") { Field = "likelihood" });
            if (Loss is < 1 or > 3) wrong.Add(new Refusal("policy.analysis.loss", "損失の大きさが選ばれていません。", "三つから選んでください。") { Field = "loss" });
            if (Findings.Length is 0 or > LongestFindings) wrong.Add(new Refusal("policy.analysis.findings", "分析の結果が書かれていないか、長すぎます。", $"条文に要ることを{LongestFindings}字までで書いてください。") { Field = "findings" });
            if (wrong.Count > 0) return Result<int>.Refused(wrong);
            var today = JapanTime.Day(work.Now);
            context.Add(new AnalysisRow { Id = work.Ids.Next(), ReviewId = ReviewId, DocumentId = review.DocumentId, Threats = string.Join(',', Threats), Likelihood = Likelihood, Loss = Loss, Findings = Findings, AnalystPersonId = person, AnalysedOn = today });
            work.Fact(new PolicyRevisionAnalysed(OpenReview.Text(ReviewId), review.DocumentId, FactList.From(Threats), Likelihood, Loss, person, today));
            return Threats.Count;
        }, ct);
}
