using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;

namespace Sekisho.Tests.Sanitizing.Fuzz;

/// <summary>Stands where the native tools stand and cannot be trusted either: an honest answer, a changed one, rubbish, or none. The same question has the same answer. Asked about an output of ours (<paramref name="again"/>) it decodes pictures truly.</summary>
internal sealed class FuzzTools(FuzzSeeds seeds, int seed, bool again) : INativeTools
{
    public Untrusted<byte[]>? Run(NativeTool tool, ReadOnlyMemory<byte> input)
    {
        if (again) return tool is NativeTool.ImageToPng ? new(input.ToArray()) : null;
        var r = new Random(unchecked(seed * 31 + input.Length * 7 + (int)tool));
        var kind = r.Next(8);
        if (kind == 0) return null;
        if (kind == 1) return new(Pieces.Bytes(input.ToArray(), r));
        var (extension, answer) = Honest(tool, r);
        return new(kind < 5 ? answer : FuzzFormats.Change(extension, answer, r));
    }

    private (string Extension, byte[] Answer) Honest(NativeTool tool, Random r) => tool switch
    {
        NativeTool.ImageToPng or NativeTool.MetafileToPng => ("png", seeds.Any("png", r)),
        NativeTool.ImageToJpeg => ("jpg", seeds.Any("jpg", r)),
        NativeTool.OfficeToDocx => ("docx", seeds.Any("docx", r)),
        NativeTool.OfficeToXlsx => ("xlsx", seeds.Any("xlsx", r)),
        NativeTool.OfficeToPptx => ("pptx", seeds.Any("pptx", r)),
        NativeTool.ArchiveToTar or NativeTool.LzhToTar => ("tar", seeds.Any("tar", r)),
        NativeTool.OfficeToPdf => ("pdf", seeds.Any("pdf", r)),
        NativeTool.PdfToPixels => ("ppm", [.. Encoding.ASCII.GetBytes("P6\n1275 1650\n255\n"), .. new byte[1275 * 1650 * 3]]),
        _ => ("txt", "本文\n"u8.ToArray()),
    };
}
