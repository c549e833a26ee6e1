using Sekisho.Kernel.Facts.Watch;

namespace Sekisho.Watch.Functions;

/// <summary>Decides what a try of a safeguard changes and reports.</summary>
internal static class RecordCheck
{
    /// <summary>
    /// The fact for one try. A failure keeps the instant of the first failure of the row of failures; a pass ends it.
    /// </summary>
    public static SecurityFunctionChecked Decide(SecurityFunction state, CheckResult result, DateTimeOffset now) => new(
        FunctionId: state.FunctionId,
        SystemId: state.SystemId,
        Result: result.Code,
        FailedSince: result.Passed ? null : state.FailedSince ?? now,
        At: now);

    public static void Apply(SecurityFunction state, CheckResult result, SecurityFunctionChecked fact)
    {
        state.Result = result.Code;
        state.Detail = result.FailedStage;
        state.CheckedAt = fact.At;
        state.FailedSince = fact.FailedSince;
    }
}
