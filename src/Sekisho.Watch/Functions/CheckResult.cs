namespace Sekisho.Watch.Functions;

/// <summary>How a try of a safeguard went: <paramref name="Passed"/>, or the stage that failed as a stable code.</summary>
internal sealed record CheckResult(bool Passed, string? FailedStage)
{
    public static CheckResult Pass { get; } = new(true, null);
    public static CheckResult Fail(string stage) => new(false, stage);
    public string Code => Passed ? "passed" : "failed";
}
