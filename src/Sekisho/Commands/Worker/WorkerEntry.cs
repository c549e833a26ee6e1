using System.Text;
using Sekisho.Kernel.Workers;

namespace Sekisho.Commands.Worker;

/// <summary>
/// The verb <c>worker</c>: reads requests from stdin and answers on stdout until stdin ends. Any exception ends the process after one
/// failed frame, so that no state of a broken item meets the next one (law E9).
/// </summary>
internal static class WorkerEntry
{
    internal static async Task<int> RunAsync()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        var frames = new FrameStream(input, output);
        await frames.WriteAsync(ReplyFrames.Ready, CancellationToken.None);
        while (await frames.ReadAsync(WorkerLimits.ReplyBytes, CancellationToken.None) is { } frame)
        {
            var request = RequestFrames.Request(frame);
            Frame answer;
            try
            {
                answer = ReplyFrames.Of(WorkerVerbs.Answer(request, new PipeTools(frames)));
            }
            catch (Exception e) when (e is not FrameException)
            {
                await frames.WriteAsync(ReplyFrames.Failed(request.Number, e.GetType().Name), CancellationToken.None);
                return 1;
            }
            await frames.WriteAsync(answer, CancellationToken.None);
        }
        return 0;
    }
}
