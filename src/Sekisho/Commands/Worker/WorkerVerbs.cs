using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.PlainText;

namespace Sekisho.Commands.Worker;

/// <summary>Which engine answers which verb. The option <c>kind</c> tells a mail from a file.</summary>
internal static class WorkerVerbs
{
    /// <exception cref="NotSupportedException">No engine answers this question: the item is held.</exception>
    internal static WorkerReply Answer(WorkerRequest request, PipeTools tools) => (request.Verb, request.Options.GetValueOrDefault("kind")) switch
    {
        (WorkerVerb.Sanitise, "file") => FileWork.Answer(request, tools),
        (WorkerVerb.Sanitise, "mail") => MailWork.Answer(request, tools),
        (WorkerVerb.Text, _) => TextVerb.Answer(request, tools) with { Discard = tools.Used },
        (WorkerVerb.Verify, _) => VerifyWork.Answer(request),
        _ => throw new NotSupportedException(),
    };

    /// <summary>The hostile bytes of the request, wrapped before anybody can look at them.</summary>
    internal static Untrusted<byte[]> Hostile(WorkerRequest request) => new(request.Bytes());
}
