using Sekisho.Kernel.Workers;

namespace Sekisho.Platform.Workers;

/// <summary>The fixed command line of one native job. No byte of a worker ever reaches it.</summary>
internal sealed record ToolCommand(string Executable, IReadOnlyList<string> Shown, IReadOnlyList<string> CommandLine)
{
    private const string Vips = "/usr/bin/vipsthumbnail", PdfToPpm = "/usr/bin/pdftoppm", PdfToText = "/usr/bin/pdftotext", PopplerData = "/usr/share/poppler";
    // Fonts a document names without carrying them, and the tables of the Japanese encodings.
    private static readonly string[] PdfShown = [PdfToPpm, PopplerData, "/etc/fonts", "/usr/share/fontconfig"];
    // Shrinks only what is larger (LM-08), turns upright by default. No profile option: with one, libvips refuses grey pictures and moves
    // the colours of pictures without a profile by up to 49 of 255 (measured), and further at every pass.
    private static readonly string[] VipsStart = [Vips, "stdin", "--size", "16384x16384>", "-o"];

    /// <exception cref="ArgumentOutOfRangeException">The job has no command line.</exception>
    internal static ToolCommand For(NativeTool tool) => tool switch
    {
        NativeTool.ImageToPng => new(Vips, [Vips], [.. VipsStart, ".png[strip]"]),
        NativeTool.ImageToJpeg => new(Vips, [Vips], [.. VipsStart, ".jpg[Q=90,strip]"]),
        NativeTool.PdfToText => new(PdfToText, [PdfToText, PopplerData], [PdfToText, "-layout", "-enc", "UTF-8", "-eol", "unix", "-", "-"]),
        NativeTool.PdfToPixels => new(PdfToPpm, PdfShown, [PdfToPpm, "-r", "72", "-l", "500", "-"]),
        NativeTool.PdfToBits => new(PdfToPpm, PdfShown, [PdfToPpm, "-r", "72", "-l", "500", "-mono", "-"]),
        _ => throw new ArgumentOutOfRangeException(nameof(tool), tool, "No command line for this tool."),
    };
}
