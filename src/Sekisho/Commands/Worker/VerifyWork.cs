using System.Security.Cryptography;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Verifying;
using Sekisho.Verifying.Locking;

namespace Sekisho.Commands.Worker;

/// <summary>
/// Verb <c>verify</c>. Option <c>type</c>: <c>eml</c> for a mail, else the type the rebuilding worker named; <c>outcome</c>: what it called the result. Clean = accepted; the detail
/// <c>digest</c> names the bytes that were read, which are the only ones that may be released (law E3). With the options <c>lock</c>, <c>name</c> and <c>password</c> the answer's output is what was accepted, locked again (<see cref="LockedOutput"/>).
/// </summary>
internal static class VerifyWork
{
    internal static WorkerReply Answer(WorkerRequest request)
    {
        var result = OutputVerifier.Verify(request.Bytes(), request.Options.GetValueOrDefault("type", ""), request.Options.GetValueOrDefault("outcome", ""));
        List<Finding> findings = [.. result.Forbidden.Select(place => new Finding("VERIFY_FAILED", FindingAction.Blocked, place, 1, new Dictionary<string, string>()))];
        var details = new Dictionary<string, string>(StringComparer.Ordinal) { ["digest"] = result.Digest.Hex };
        List<WorkerBlob> blobs = [];
        if (result.Ok && request.Options.GetValueOrDefault(WorkerDetails.Lock, "") is { Length: > 0 } which)
        {
            var type = request.Options.GetValueOrDefault("type", "");
            if (LockedOutput.Make(request.Payload.ToArray(), type, request.Options.GetValueOrDefault("name", ""), which, request.Options.GetValueOrDefault("password", ""), () => RandomNumberGenerator.GetBytes(LockedOutput.SaltBytes)) is not { } locked)
                return new(request.Number, Outcome.Blocked, [new("VERIFY_FAILED", FindingAction.Blocked, "lock", 1, new Dictionary<string, string>())], [], [], details, Discard: true);
            blobs.Add(WorkerBlob.Of(BlobRole.Output, "", locked.Bytes));
            details["name"] = locked.Name;
        }
        return new(request.Number, result.Ok ? Outcome.Clean : Outcome.Blocked, findings, [], blobs, details, Discard: !result.Ok);
    }
}
