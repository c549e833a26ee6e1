using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Identification;
using Sekisho.Sanitizing.Images;
using Sekisho.Sanitizing.TextFiles;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Drawings;

/// <summary>IM-09: an SVG is read strictly, copied from an allow list and written by us. Inside documents, and where the copy cannot be used, the copy is drawn and only pixels are given.</summary>
internal static class SvgFile
{
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal) { [SvgAllow.Ns] = "", [SvgAllow.XLink] = "xlink" };

    internal static (byte[] Output, FileKind Written) Rebuild(byte[] b, FileContext context, string place, FindingLog log, List<ChildFile> children)
    {
        var text = SvgProlog.Take(TextFile.Read(b, place, log).Text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n'), context, place, log);
        var root = StrictXml.ParseText(text, context.Limits, place, name => Instruction(name, place, log));
        if (root.Name is not "svg" || root.Ns is not (SvgAllow.Ns or "")) throw new FileStop("IM-09", Outcome.Blocked, place);
        var made = XmlWriting.Write(new SvgFilter(context, place, log, children).Run(root), Prefixes);
        return context.PixelsOnly ? (Draw(made, context, place, log), FileKind.Png) : (made, FileKind.Svg);
    }

    /// <summary>The drawing program sees only what we wrote; of what it gives only the pixels are taken.</summary>
    private static byte[] Draw(byte[] made, FileContext context, string place, FindingLog log)
    {
        var drawn = context.Tools.Run(NativeTool.ImageToPng, made) is { } output ? UntrustedAccess.Open(output) : throw new FileStop("IM-09", Outcome.Blocked, place);
        var pixels = PngDecoder.Decode(drawn, context.Limits, place);
        context.Budget.Expand((long)pixels.Width * pixels.Height * 4, place);
        log.Add("IM-09", FindingAction.Drawn, place);
        return PngEncoder.Encode(pixels);
    }

    private static void Instruction(string name, string place, FindingLog log)
    {
        if (name is "xml-stylesheet") log.Add("IM-09", FindingAction.Removed, place, 1, ("kind", "外部を読み込む参照"));
    }
}
