using System.Diagnostics;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;

namespace Sekisho.Tests.Sanitizing.Files;

/// <summary>The native jobs run straight on the test machine: what the worker's parent does, without the sandbox around it.</summary>
internal sealed class VipsTools : INativeTools
{
    public int Runs { get; private set; }

    public Untrusted<byte[]>? Run(NativeTool tool, ReadOnlyMemory<byte> input)
    {
        Runs++;
        if (tool is NativeTool.OfficeToPdf or NativeTool.OfficeToDocx or NativeTool.OfficeToXlsx or NativeTool.OfficeToPptx or NativeTool.MetafileToPng) return null;
        var start = new ProcessStartInfo(tool switch { NativeTool.PdfToPixels or NativeTool.PdfToBits => "/usr/bin/pdftoppm", NativeTool.PdfToText or NativeTool.PdfToWords => "/usr/bin/pdftotext", _ => "/usr/bin/vipsthumbnail" }) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in Arguments(tool)) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = new MemoryStream();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        try
        {
            process.StandardInput.BaseStream.Write(input.Span);
            process.StandardInput.Close();
        }
        catch (IOException) { /* The tool refused its input; the exit code says so. */ }
        reading.GetAwaiter().GetResult();
        process.WaitForExit();
        return process.ExitCode == 0 && output.Length > 0 ? new(output.ToArray()) : null;
    }

    private static string[] Arguments(NativeTool tool) => tool switch
    {
        NativeTool.PdfToPixels => ["-r", "72", "-"],
        NativeTool.PdfToText => ["-layout", "-enc", "UTF-8", "-eol", "unix", "-", "-"],
        NativeTool.PdfToWords => ["-bbox", "-enc", "UTF-8", "-eol", "unix", "-", "-"],
        NativeTool.PdfToBits => ["-r", "72", "-mono", "-"],
        NativeTool.ImageToPng => ["stdin", "--size", "16384x16384>", "-o", ".png[strip]"],
        _ => ["stdin", "--size", "16384x16384>", "-o", ".jpg[Q=90,strip]"],
    };
}
