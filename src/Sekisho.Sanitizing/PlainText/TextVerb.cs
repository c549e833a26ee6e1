using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;

namespace Sekisho.Sanitizing.PlainText;

/// <summary>Answers the worker verb <c>text</c>: the file as UTF-8 with its encoding named, or held with the stage that says why.</summary>
public static class TextVerb
{
    public static WorkerReply Answer(WorkerRequest request, INativeTools tools)
    {
        var decoded = DocumentText.Read(request.Bytes(), tools);
        if (!decoded.IsOk) return Reply(request, Outcome.Held, [], TextRefusals.StageDetail, decoded.Refusals[0].Stage);
        var text = WorkerBlob.Of(BlobRole.Output, "", Encoding.UTF8.GetBytes(decoded.Value.Text));
        return Reply(request, Outcome.Text, [text], TextRefusals.EncodingDetail, decoded.Value.Charset);
    }

    private static WorkerReply Reply(WorkerRequest request, Outcome outcome, IReadOnlyList<WorkerBlob> blobs, string detail, string value) =>
        new(request.Number, outcome, [], [], blobs, new Dictionary<string, string>(StringComparer.Ordinal) { [detail] = value }, Discard: false);
}
