using Sekisho.Kernel;

namespace Sekisho.Commands;

/// <summary>Exit codes of every verb. 3 and 6 belong to the start script: packages or rights missing, build failed.</summary>
internal static class ExitCodes
{
    internal const int Done = 0;
    /// <summary>The verb ran and its answer is no: a check failed, something is missing.</summary>
    internal const int AnswerIsNo = 1;
    /// <summary>Called wrongly, or something that must come first was not done.</summary>
    internal const int Usage = 2;
    /// <summary>The machine or the installation does not let it: port, disk, right, broken folder, database.</summary>
    internal const int Environment = 4;
    /// <summary>No sandbox can be made; hostile bytes stay closed.</summary>
    internal const int NoSandbox = 5;

    internal static int Of(Refusal refusal) =>
        refusal.Stage.StartsWith("sandbox.", StringComparison.Ordinal) ? NoSandbox
        : refusal.Stage.StartsWith("start.", StringComparison.Ordinal) ? Environment
        : refusal.Stage.StartsWith("usage.", StringComparison.Ordinal) ? Usage : AnswerIsNo;

    /// <summary>Writes the refusals to stderr and gives the code of the first.</summary>
    internal static int Say(IReadOnlyList<Refusal> refusals)
    {
        foreach (var refusal in refusals)
        {
            Console.Error.WriteLine("sekisho: " + refusal.WhatHappened);
            Console.Error.WriteLine("  → " + refusal.WhatToDo);
        }
        return Of(refusals[0]);
    }
}
