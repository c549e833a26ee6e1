using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Platform.Workers;
using Sekisho.Sanitizing;

namespace Sekisho.Tests.Sanitizing.Files;

/// <summary>
/// What a native tool made of exactly these bytes, kept beside the case: a converter takes seconds. A file tool-JOB-DIGEST in the case's folder is
/// the answer, an empty one says that the tool failed. With SEKISHO_RECORD=1 a missing answer is made by the real tool in its real sandbox.
/// </summary>
internal sealed class RecordedTools(string folder) : INativeTools
{
    private readonly VipsTools pictures = new();

    public Untrusted<byte[]>? Run(NativeTool tool, ReadOnlyMemory<byte> input)
    {
        if (tool is NativeTool.ImageToJpeg or NativeTool.ImageToPng or NativeTool.PdfToPixels or NativeTool.PdfToBits or NativeTool.PdfToText or NativeTool.PdfToWords) return pictures.Run(tool, input);
        var file = Path.Combine(folder, "tool-" + tool + "-" + Digest.Of(input.Span).Hex[..12]);
        if (!File.Exists(file) && Environment.GetEnvironmentVariable("SEKISHO_RECORD") == "1") File.WriteAllBytes(file, Real(tool, input));
        var made = File.ReadAllBytes(file);
        return made.Length > 0 ? new(made) : null;
    }

    internal static byte[] Real(NativeTool tool, ReadOnlyMemory<byte> input)
    {
        using var launcher = new SandboxLauncher(new SandboxOptions());
        var reply = new ToolRunner(launcher, new WorkerPoolOptions(), TimeProvider.System).RunAsync(new(tool, input), CancellationToken.None).GetAwaiter().GetResult();
        return reply.Succeeded ? reply.Payload.ToArray() : [];
    }
}
