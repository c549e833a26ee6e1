namespace Sekisho.Platform.Decisions;

/// <summary>Answers one kind of question; implemented by the module that owns its subject (rule T3).</summary>
public interface IDecisionPoint
{
    string Name { get; }
    Task<Decision> AnswerAsync(DecisionQuestion question, CancellationToken ct);
}
