namespace Sekisho.Kernel.Workers;

/// <summary>Names of details in an answer that several sides read.</summary>
public static class WorkerDetails
{
    /// <summary>
    /// Of a rebuilding worker's answer, and option of the verifying worker: digests of the outputs that a typed password opened and that the policy wants locked again, joined by commas. The verifying worker locks
    /// what it accepted and answers with it as its output; with the option <c>password</c>, and <c>name</c> for a file.
    /// </summary>
    public const string Lock = "lock";
}
