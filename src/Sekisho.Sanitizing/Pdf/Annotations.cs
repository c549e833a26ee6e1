using System.Text;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Office;
using Sekisho.Sanitizing.Pdf.Content;
using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf;

/// <summary>
/// What lies over a page: links inside the document stay links, those outside by policy (PD-04); fields, notes and stamps become part of
/// the picture by the appearance they carry (PD-10, PD-11); players and attachments leave at most their poster (PD-08, PD-09).
/// </summary>
internal sealed class Annotations(PdfRebuild rebuild, Destinations destinations)
{
    private const int MaxAnnotations = 20_000;

    /// <summary>Links to write.</summary>
    internal PdfList Links { get; } = new();
    private readonly StringBuilder drawing = new();

    /// <summary>Content that draws the appearances; empty without any.</summary>
    internal string Drawing => drawing.ToString();

    internal void Run(PdfPage page, ResourceScope scope, int number)
    {
        var place = "page " + Show.Number(number);
        foreach (var item in rebuild.Doc.List(page.Dict["Annots"])?.Items.Take(MaxAnnotations) ?? [])
            if (rebuild.Doc.Dict(item) is { } annotation) One(annotation, scope, place);
    }

    private void One(PdfDict annotation, ResourceScope scope, string place)
    {
        var kind = rebuild.Doc.Name(annotation["Subtype"]) ?? "";
        var flags = (int)(rebuild.Doc.Number(annotation["F"]) ?? 0);
        if (kind is "Link")
        {
            Link(annotation, place);
            return;
        }
        if (kind is "Popup") return;
        var rule = kind switch { "Widget" => "PD-10", "FileAttachment" => "PD-08", "RichMedia" or "3D" or "Movie" or "Screen" or "Sound" or "Projection" => "PD-09", _ => "PD-11" };
        // Hidden, not for the screen, or of a layer that is off.
        var seen = (flags & 0x22) == 0 && (!annotation.Has("OC") || rebuild.Layers.IsVisible(annotation["OC"]));
        var drawn = seen && (kind is not "Widget" || rebuild.Context.Policy.FlattenForms) && Appearance(annotation) is { } form && Draw(annotation, form, scope);
        rebuild.Log.Add(rule, drawn && rule is "PD-10" or "PD-11" ? FindingAction.Rewritten : FindingAction.Removed, place, 1, ("name", kind));
    }

    private PdfObj? Appearance(PdfDict annotation)
    {
        if (rebuild.Doc.Dict(annotation["AP"]) is not { } all) return null;
        var normal = rebuild.Doc.Resolve(all["N"]);
        if (normal is PdfStream) return all["N"];
        if (normal is not PdfDict states) return null;
        var state = rebuild.Doc.Name(annotation["AS"]) ?? "Off";
        return rebuild.Doc.Resolve(states[state]) is PdfStream ? states[state] : null;
    }

    /// <summary>Puts the form's box onto the annotation's rectangle (ISO 32000 §12.5.5).</summary>
    private bool Draw(PdfDict annotation, PdfObj form, ResourceScope scope)
    {
        if (rebuild.Numbers(annotation["Rect"], 4, 4) is not { } rect || rebuild.Doc.Resolve(form) is not PdfStream stream || rebuild.Numbers(stream.Dict["BBox"], 4, 4) is not { } box) return false;
        var m = rebuild.Numbers(stream.Dict["Matrix"], 6, 6) ?? [1, 0, 0, 1, 0, 0];
        double left = double.MaxValue, bottom = double.MaxValue, right = double.MinValue, top = double.MinValue;
        foreach (var (x, y) in ((double, double)[])[(box[0], box[1]), (box[2], box[1]), (box[0], box[3]), (box[2], box[3])])
        {
            double px = (m[0] * x) + (m[2] * y) + m[4], py = (m[1] * x) + (m[3] * y) + m[5];
            (left, right, bottom, top) = (Math.Min(left, px), Math.Max(right, px), Math.Min(bottom, py), Math.Max(top, py));
        }
        if (right - left < 1e-6 || top - bottom < 1e-6) return false;
        double sx = Math.Abs(rect[2] - rect[0]) / (right - left), sy = Math.Abs(rect[3] - rect[1]) / (top - bottom);
        double tx = Math.Min(rect[0], rect[2]) - (left * sx), ty = Math.Min(rect[1], rect[3]) - (bottom * sy);
        if (scope.Put(rebuild.Painting.Form(form, scope.Source, scope.Budget, scope.Depth)) is not { } name) return false;
        drawing.Append("q\n").AppendJoin(' ', ((double[])[sx, 0, 0, sy, tx, ty]).Select(PdfWriter.Number)).Append(" cm\n/").Append(name.Value).Append(" Do\nQ\n");
        return true;
    }

    private void Link(PdfDict annotation, string place)
    {
        var action = rebuild.Doc.Dict(annotation["A"]);
        var kind = action is null ? "" : rebuild.Doc.Name(action["S"]) ?? "";
        if (kind is "URI") { Outside(annotation, action!, place); return; }
        var target = annotation.Has("Dest") ? destinations.Make(annotation["Dest"]) : kind is "GoTo" ? destinations.Make(action!["D"]) : null;
        if (target is null || Written(annotation) is not { } link) return;
        link["Dest"] = target;
        Links.Items.Add(rebuild.Out.Add(link));
    }

    private void Outside(PdfDict annotation, PdfDict action, string place)
    {
        var text = rebuild.Doc.Resolve(action["URI"]) is PdfText { Bytes.Length: <= 4_096 } uri ? Encoding.UTF8.GetString(uri.Bytes) : "";
        var target = rebuild.Context.Policy.Links == LinkPolicy.Keep ? LinkGuard.Allowed(text, out _) : null;
        if (target is null || target.Any(c => c is < '!' or > '~') || rebuild.ForDrawing || Written(annotation) is not { } link)
        {
            rebuild.Log.Add("PD-04", FindingAction.Rewritten, place, 1, ("target", Show.Defanged(text)));
            return;
        }
        link["A"] = new PdfDict { ["S"] = new PdfName("URI"), ["URI"] = new PdfText(Encoding.ASCII.GetBytes(target)) };
        Links.Items.Add(rebuild.Out.Add(link));
    }

    private PdfDict? Written(PdfDict annotation)
    {
        var to = new PdfDict { ["Type"] = new PdfName("Annot"), ["Subtype"] = new PdfName("Link") };
        if (!rebuild.CopyNumbers(annotation, to, "Rect", 4, 4)) return null;
        var border = rebuild.Numbers(annotation["Border"], 3, 3);
        var style = rebuild.Doc.Dict(annotation["BS"]) is { } bs ? rebuild.Doc.Number(bs["W"]) : null;
        to["Border"] = new PdfList(0, 0, Math.Clamp(style ?? border?[2] ?? 1, 0, 20));
        if (rebuild.Numbers(annotation["C"], 0, 4) is { Length: 0 or 1 or 3 or 4 } colour) to["C"] = new PdfList(colour);
        if (rebuild.Numbers(annotation["QuadPoints"], 8, 4_096) is { } quads && quads.Length % 8 == 0) to["QuadPoints"] = new PdfList(quads);
        return to;
    }
}
