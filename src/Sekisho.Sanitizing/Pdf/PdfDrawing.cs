using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Pdf.Images;
using Sekisho.Sanitizing.Pdf.Layer;
using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf;

/// <summary>
/// The second level of the ladder: every page becomes a picture. A one-shot renderer is given a PDF written by us (content, fonts and
/// pictures, nothing that acts), one point a pixel; of its answer only the samples are used. Over each lie the words that can be seen in it (<see cref="TextLayer"/>).
/// The third level asks the same file for its characters alone.
/// </summary>
internal sealed class PdfDrawing(PdfDocument doc, FileContext context, FindingLog log, string place)
{
    private const double Density = 150.0 / 72;
    private const long BytesAtOnce = 100L << 20;

    internal byte[] Draw()
    {
        var pages = new PageTree(doc, context.Limits.Pdf).Pages;
        if (pages.Count > context.Limits.Pdf.DrawnPages) throw new FileStop("LM-07", Outcome.Blocked, place);
        var output = new PdfWriter();
        var layer = new TextLayer(output);
        var parent = output.Reserve();
        var kids = new PdfList([.. pages.Select(_ => output.Reserve())]);
        for (var from = 0; from < pages.Count;)
        {
            var sheets = new List<Sheet>();
            long bytes = 0;
            for (; from < pages.Count && (sheets.Count == 0 || bytes < BytesAtOnce); from++)
            {
                sheets.Add(new(pages[from], from + 1, context.Limits));
                bytes += 3L * sheets[^1].Width * sheets[^1].Height;
            }
            var input = Input(sheets);
            var words = DrawnWords.Read(input, sheets.Count, context);
            var pictures = Pixels(input, sheets);
            for (var i = 0; i < sheets.Count; i++) output.Fill((PdfRef)kids.Items[sheets[i].Number - 1], Page(output, parent, sheets[i], pictures[i], layer, words?[i] ?? []));
        }
        layer.Finish();
        log.Add("LV-00", FindingAction.Drawn, place, 1, ("pages", Show.Number(pages.Count)), ("words", Show.Number(layer.Words)));
        output.Fill(parent, new PdfDict { ["Type"] = new PdfName("Pages"), ["Count"] = new PdfNum(kids.Count), ["Kids"] = kids });
        return output.Finish(output.Add(new PdfDict { ["Type"] = new PdfName("Catalog"), ["Pages"] = parent }));
    }

    /// <summary>The characters of every page, a form feed behind each; null when the tool found none.</summary>
    internal string? Characters()
    {
        var pages = new PageTree(doc, context.Limits.Pdf).Pages;
        var answer = context.Tools.Run(NativeTool.PdfToText, Input([.. pages.Select((p, i) => new Sheet(p, i + 1, context.Limits))]));
        return answer is { } made ? Encoding.UTF8.GetString(UntrustedAccess.Open(made)) : null;
    }

    /// <summary>A page with the size it is drawn at.</summary>
    private sealed class Sheet
    {
        internal PdfPage Page { get; }
        internal int Number { get; }
        internal int Width { get; }
        internal int Height { get; }
        /// <summary>Points, as shown: turned and in the page's own unit.</summary>
        internal double Across { get; }
        internal double Down { get; }
        internal string Matrix { get; }

        internal Sheet(PdfPage page, int number, SanitiseLimits limits)
        {
            (Page, Number) = (page, number);
            var box = page.Shown;
            double w = box[2] - box[0], h = box[3] - box[1];
            var turned = page.Rotate is 90 or 270;
            (Across, Down) = turned ? (h * page.Unit, w * page.Unit) : (w * page.Unit, h * page.Unit);
            var most = Math.Min(limits.Side / Math.Max(Across, Down), Math.Sqrt(Math.Min(limits.Pixels, 30_000_000) / (Across * Down)));
            var scale = Math.Min(Density, most);
            (Width, Height) = (Math.Max(1, (int)Math.Round(Across * scale)), Math.Max(1, (int)Math.Round(Down * scale)));
            double sx = Width / (turned ? h : w), sy = Height / (turned ? w : h);
            double[] m = page.Rotate switch
            {
                90 => [0, -sy, sx, 0, -box[1] * sx, box[2] * sy],
                180 => [-sx, 0, 0, -sy, box[2] * sx, box[3] * sy],
                270 => [0, sy, -sx, 0, box[3] * sx, -box[0] * sy],
                _ => [sx, 0, 0, sy, -box[0] * sx, -box[1] * sy],
            };
            Matrix = string.Join(' ', m.Select(PdfWriter.Number)) + " cm\n";
        }
    }

    /// <summary>A PDF of ours with these pages, one point a pixel.</summary>
    private byte[] Input(List<Sheet> sheets)
    {
        var rebuild = new PdfRebuild(doc, context, log, forDrawing: true);
        var parent = rebuild.Out.Reserve();
        var writer = new PageWriter(rebuild, new Destinations(rebuild, new Dictionary<int, PdfRef>()));
        var kids = new PdfList();
        foreach (var sheet in sheets)
        {
            var page = writer.Write(sheet.Page, sheet.Number, parent, sheet.Matrix);
            foreach (var key in (string[])["CropBox", "Rotate", "UserUnit", "Annots"]) page.Items.Remove(key);
            page["MediaBox"] = new PdfList(0, 0, sheet.Width, sheet.Height);
            kids.Items.Add(rebuild.Out.Add(page));
        }
        rebuild.Out.Fill(parent, new PdfDict { ["Type"] = new PdfName("Pages"), ["Count"] = new PdfNum(kids.Count), ["Kids"] = kids });
        return rebuild.Out.Finish(rebuild.Out.Add(new PdfDict { ["Type"] = new PdfName("Catalog"), ["Pages"] = parent }));
    }

    private List<(int Width, int Height, int Components, ReadOnlyMemory<byte> Samples)> Pixels(byte[] input, List<Sheet> sheets)
    {
        var answer = context.Tools.Run(NativeTool.PdfToPixels, input) is { } drawn ? UntrustedAccess.Open(drawn) : null;
        if (answer is null) throw new FileStop("E1", Outcome.Blocked, place, new Dictionary<string, string> { ["fault"] = "tool" });
        var pictures = PortablePixels.Read(answer, context.Limits, place);
        if (pictures.Count != sheets.Count || pictures.Zip(sheets).Any(p => p.First.Width != p.Second.Width || p.First.Height != p.Second.Height || p.First.Components != 3))
            throw new FileStop("E1", Outcome.Blocked, place, new Dictionary<string, string> { ["fault"] = "pages" });
        return pictures;
    }

    private static PdfDict Page(PdfWriter output, PdfRef parent, Sheet sheet, (int Width, int Height, int Components, ReadOnlyMemory<byte> Samples) picture, TextLayer layer, List<DrawnWord> words)
    {
        var resources = PicturePage.Resources(output, picture.Width, picture.Height, picture.Samples);
        var over = layer.Write([.. words.Where(w => DrawnWords.IsSeen(w, sheet.Width, sheet.Height, picture.Samples.Span))], sheet.Across / sheet.Width, sheet.Down / sheet.Height, sheet.Down, resources);
        return PicturePage.Write(output, parent, sheet.Across, sheet.Down, resources, over);
    }
}
