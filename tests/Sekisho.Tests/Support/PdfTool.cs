using System.Diagnostics;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;

namespace Sekisho.Tests.Support;

/// <summary>The native job of the verb text run straight on the test machine, without the sandbox around it.</summary>
internal sealed class PdfTool : INativeTools
{
    public Untrusted<byte[]>? Run(NativeTool tool, ReadOnlyMemory<byte> input)
    {
        if (tool != NativeTool.PdfToText) return null;
        var start = new ProcessStartInfo("/usr/bin/pdftotext") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-layout", "-enc", "UTF-8", "-eol", "unix", "-", "-"]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        process.StandardInput.BaseStream.Write(input.Span);
        process.StandardInput.Close();
        reading.GetAwaiter().GetResult();
        process.WaitForExit();
        return process.ExitCode == 0 && output.Length > 0 ? new(output.ToArray()) : null;
    }
}
