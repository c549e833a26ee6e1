using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Verifying;

namespace Sekisho.Commands.Worker;

/// <summary>
/// Verb <c>verify</c>. Option <c>type</c>: <c>eml</c> for a mail, else the type the rebuilding worker named; <c>outcome</c>: what it called the result. Clean = accepted; the detail
/// <c>digest</c> names the bytes that were read, which are the only ones that may be released (law E3).
/// </summary>
internal static class VerifyWork
{
    internal static WorkerReply Answer(WorkerRequest request)
    {
        var result = OutputVerifier.Verify(request.Payload.ToArray(), request.Options.GetValueOrDefault("type", ""), request.Options.GetValueOrDefault("outcome", ""));
        List<Finding> findings = [.. result.Forbidden.Select(place => new Finding("VERIFY_FAILED", FindingAction.Blocked, place, 1, new Dictionary<string, string>()))];
        var details = new Dictionary<string, string>(StringComparer.Ordinal) { ["digest"] = result.Digest.Hex };
        return new(request.Number, result.Ok ? Outcome.Clean : Outcome.Blocked, findings, [], [], details, Discard: !result.Ok);
    }
}
