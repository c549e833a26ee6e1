using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Kernel.Verdicts;

namespace Sekisho.Conformity.Judging;

/// <summary>A verdict that changes by the passing of time alone, if nothing new arrives.</summary>
/// <param name="On">The first day at whose end it is another (days are Japan's).</param>
public sealed record Turn(Control Control, TargetRef Target, Verdict From, Verdict To, DateOnly On);
