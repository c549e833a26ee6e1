using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Identification;
using Sekisho.Sanitizing.Office;
using Sekisho.Sanitizing.Pdf;

namespace Sekisho.Sanitizing.Legacy;

/// <summary>
/// Section 8 and 14.1: an old format goes through a one-shot converter to its OOXML twin, and the twin through the rebuild. The converter's
/// product is looked at, not its status: it must be there and be the asked type.
/// </summary>
internal static class ConvertedFile
{
    internal static (byte[] Output, FileKind Written) Rebuild(byte[] b, FileKind kind, FileContext context, string place, FindingLog log, List<ChildFile> children)
    {
        var (tool, twin) = kind switch
        {
            FileKind.Doc or FileKind.Rtf => (NativeTool.OfficeToDocx, FileKind.Docx),
            FileKind.Xls or FileKind.Xlsb => (NativeTool.OfficeToXlsx, FileKind.Xlsx),
            _ => (NativeTool.OfficeToPptx, FileKind.Pptx),
        };
        var made = context.Tools.Run(tool, b) is { } output ? UntrustedAccess.Open(output) : throw Failed(kind, place);
        var found = Identifier.Identify(made, context.Budget);
        if (found.Kind != twin || found.Zip is null || found.Broken is not null || found.Polyglot.Count > 0 || found.End != made.Length) throw Failed(kind, place);
        var own = new FindingLog();
        byte[] rebuilt;
        try { rebuilt = OfficeFile.Rebuild(found.Zip, twin, twin, context, own, children); }
        // A package that contradicts itself is the converter's fault here, not the sender's: the next level may still do.
        catch (FileStop stop) when (stop.Rule is "OX-26") { throw new NeedsDrawing(Row(kind), stop.Place); }
        // The properties of the package are the converter's, not the sender's.
        log.AddAll(own.Lines.Where(f => f.Place is not "package"), "");
        return (rebuilt, twin);
    }

    private static FileStop Failed(FileKind kind, string place) => new(Row(kind), Outcome.Blocked, place);

    private static string Row(FileKind kind) => kind == FileKind.Rtf ? "RT-05" : kind == FileKind.Xlsb ? "OX-30" : "OL-06";
}
