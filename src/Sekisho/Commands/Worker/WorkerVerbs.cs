using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.PlainText;

namespace Sekisho.Commands.Worker;

/// <summary>Which engine answers which verb.</summary>
internal static class WorkerVerbs
{
    /// <exception cref="NotSupportedException">No engine answers this verb yet: the item is held.</exception>
    internal static WorkerReply Answer(WorkerRequest request, PipeTools tools) => request.Verb switch
    {
        WorkerVerb.Text => TextVerb.Answer(request),
        _ => throw new NotSupportedException(request.Verb + (tools.Used ? " after tools" : "")),
    };
}
