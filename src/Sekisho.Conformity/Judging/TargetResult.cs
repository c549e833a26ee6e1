using Sekisho.Kernel;
using Sekisho.Kernel.Ledger;
using Sekisho.Kernel.Verdicts;

namespace Sekisho.Conformity.Judging;

/// <summary>One control judged for one target.</summary>
/// <param name="Measured">What facts alone say, before statements and exceptions.</param>
/// <param name="Statement">The statement that set or lowered the verdict (申告); null when it did not.</param>
/// <param name="Exception">The exception (特例) in force for this target that took effect.</param>
public sealed record TargetResult(TargetRef Target, Verdict Verdict, Verdict Measured, Reason Reason, SealedRecord? Statement = null, SealedRecord? Exception = null);
