using Sekisho.Kernel;
using Microsoft.Extensions.Logging;

namespace Sekisho.Platform.Decisions;

/// <summary>Where modules ask each other at the moment of an act. Nobody answers, two answer, or the answerer fails: refused (rule T3).</summary>
public sealed class DecisionPoints(IEnumerable<IDecisionPoint> points, ILogger<DecisionPoints> log)
{
    /// <summary>Reason codes of refusals that no owner gave.</summary>
    public const string NoAnswer = "decision.no-answer", Failed = "decision.failed";

    private readonly ILookup<string, IDecisionPoint> points = points.ToLookup(p => p.Name, StringComparer.Ordinal);

    public async Task<Decision> AskAsync(string name, Actor actor, TargetRef? target, IReadOnlyDictionary<string, string> details, CancellationToken ct)
    {
        var owners = points[name].ToList();
        if (owners.Count != 1) return Decision.Refuse(NoAnswer);
        try
        {
            return await owners[0].AnswerAsync(new DecisionQuestion(name, actor, target, details), ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Decision point {Name} failed; the act is refused.", name);
            return Decision.Refuse(Failed);
        }
    }
}
