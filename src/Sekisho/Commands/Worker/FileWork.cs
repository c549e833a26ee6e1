using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;

namespace Sekisho.Commands.Worker;

/// <summary>
/// Verb <c>sanitise</c> with kind <c>file</c>. Options: <c>name</c>, <c>type</c> (claimed media type), <c>password</c>, and the policy (<see cref="FilePolicyOptions"/>). Details of the answer: <c>name</c> and
/// <c>type</c> of the output, for the verifier; <c>policy</c>, the version of the policy; <c>lock</c> (<see cref="WorkerDetails.Lock"/>). Every child goes back for the scanner, unless
/// <c>children</c> is <c>none</c>.
/// </summary>
internal static class FileWork
{
    internal static WorkerReply Answer(WorkerRequest request, PipeTools tools)
    {
        var name = request.Options.GetValueOrDefault("name", "");
        var context = new FileContext(name, request.Options.GetValueOrDefault("type"), new SanitiseBudget(LimitOptions.Read(request.Options)), FilePolicyOptions.Read(request.Options, new FilePolicy()), Depth: 0, tools)
        {
            Password = request.Options.GetValueOrDefault("password"), KeepsChildren = request.Options.GetValueOrDefault("children") is not "none",
        };
        var result = FileSanitiser.Sanitise(WorkerVerbs.Hostile(request), context);
        var details = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = result.OutputName, ["type"] = result.OutputType, ["policy"] = context.Policy.Version };
        if (result.Output is { } open && ChildParts.IsToLock(result.Findings, result.Children)) details[WorkerDetails.Lock] = Digest.Of(open).Hex;
        List<WorkerBlob> blobs = context.KeepsChildren ? [.. result.Children.Select(ChildParts.Blob)] : [];
        if (result.Output is { } output) blobs.Insert(0, WorkerBlob.Of(BlobRole.Output, "", output));
        var top = new PartReport("", result.OutputName, request.Options.GetValueOrDefault("type", ""), result.DetectedType, result.Outcome,
            request.Payload.Length, Digest.Of(request.Payload.Span), result.Output?.Length ?? 0, result.Output is { } o ? Digest.Of(o) : null);
        return new(request.Number, result.Outcome, [.. result.Findings, .. result.Children.SelectMany(ChildParts.Findings)],
            [top, .. result.Children.Select(ChildParts.Report)], blobs, details, tools.Used || ChildParts.IsSuspicious(result.Findings));
    }
}
