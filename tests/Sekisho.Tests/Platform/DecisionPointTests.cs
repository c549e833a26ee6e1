using Microsoft.Extensions.Logging.Abstractions;
using Sekisho.Platform;
using Sekisho.Platform.Decisions;

namespace Sekisho.Tests.Platform;

public sealed class DecisionPointTests
{
    private static readonly Dictionary<string, string> None = [];

    private sealed class Point(string name, Func<Decision> answer) : IDecisionPoint
    {
        public string Name => name;
        public Task<Decision> AnswerAsync(DecisionQuestion question, CancellationToken ct) => Task.FromResult(answer());
    }

    [Fact]
    public async Task Nobody_to_answer_means_refused() => (await Ask()).ShouldBe(DecisionPoints.NoAnswer);

    [Fact]
    public async Task Two_owners_mean_refused() =>
        (await Ask(new Point("q", () => Decision.Allow("a")), new Point("q", () => Decision.Allow("b")))).ShouldBe(DecisionPoints.NoAnswer);

    [Fact]
    public async Task A_failing_owner_means_refused() =>
        (await Ask(new Point("q", () => throw new InvalidOperationException("x")))).ShouldBe(DecisionPoints.Failed);

    [Fact]
    public async Task The_owner_decides() => (await Ask(new Point("q", () => Decision.Allow("fine")), new Point("other", () => Decision.Refuse("no")))).ShouldBe("+fine");

    private static async Task<string> Ask(params IDecisionPoint[] points)
    {
        var decision = await new DecisionPoints(points, NullLogger<DecisionPoints>.Instance).AskAsync("q", Actor.Anonymous, null, None, default);
        return (decision.IsAllowed ? "+" : "") + decision.ReasonKey;
    }
}
