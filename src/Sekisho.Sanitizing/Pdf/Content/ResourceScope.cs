using Sekisho.Kernel;
using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf.Content;

/// <summary>
/// The resources of one content stream: names of the source on one side, ours on the other, in the order of first use. A resource that
/// is never used, or that cannot be written, does not exist on our side.
/// </summary>
internal sealed class ResourceScope(PdfRebuild rebuild, PdfDict source, ContentBudget budget, int depth)
{
    private readonly Dictionary<(string Category, string Name), PdfName?> names = [];
    private readonly Dictionary<(string, int), PdfName> byTarget = [];

    internal PdfDict Written { get; } = new();
    internal ContentBudget Budget => budget;
    internal PdfDict Source => source;
    internal int Depth => depth;

    /// <summary>Our name for a resource; null when there is none to use.</summary>
    internal PdfName? Use(string category, string name)
    {
        if (depth > rebuild.Context.Limits.Pdf.FormDepth) throw new FileStop("LM-13", Outcome.Blocked, budget.Place);
        if (names.TryGetValue((category, name), out var known)) return known;
        var target = rebuild.Doc.Dict(source[category]) is { } named && named.Has(name) ? named[name] : PdfObj.Null;
        return names[(category, name)] = rebuild.Doc.Resolve(target) is PdfNull ? null : Put(category, Make(category, target));
    }

    /// <summary>A picture written in the content itself.</summary>
    internal PdfName? Put(PdfObj? picture) => Put("XObject", picture);

    private PdfName? Put(string category, PdfObj? made)
    {
        if (made is null) return null;
        if (made is PdfRef shared && byTarget.TryGetValue((category, shared.Number), out var known)) return known;
        if (Written[category] is not PdfDict list) Written[category] = list = new PdfDict();
        var name = new PdfName(Letter(category) + Show.Number(list.Items.Count + 1));
        list[name.Value] = made;
        if (made is PdfRef r) byTarget[(category, r.Number)] = name;
        return name;
    }

    private PdfObj? Make(string category, PdfObj target) => category switch
    {
        "Font" => rebuild.Fonts.Make(target, source, budget, depth),
        "ExtGState" => rebuild.Painting.State(target, source, budget, depth),
        "ColorSpace" => rebuild.Colours.Make(target, source)?.Space,
        "Pattern" => rebuild.Painting.Pattern(target, source, budget, depth),
        "Shading" => rebuild.Painting.Shading(target, source),
        "XObject" => Drawn(target),
        _ => null,
    };

    private PdfObj? Drawn(PdfObj target)
    {
        if (rebuild.Doc.Resolve(target) is not PdfStream stream) return null;
        if (stream.Dict.Has("OC") && !rebuild.Layers.IsVisible(stream.Dict["OC"]))
        {
            budget.OffLayers++;
            return null;
        }
        return rebuild.Doc.Name(stream.Dict["Subtype"]) switch
        {
            "Form" => rebuild.Painting.Form(target, source, budget, depth),
            "Image" => rebuild.Images.Make(target, source),
            // PostScript drawn by the printer, and whatever else.
            _ => null,
        };
    }

    private static string Letter(string category) => category switch { "Font" => "F", "ExtGState" => "G", "ColorSpace" => "C", "Pattern" => "P", "Shading" => "S", _ => "X" };
}
