using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf.Content;

/// <summary>Forms, patterns, shadings and graphics states, each from its own list of keys (ISO 32000 §8.4.5, §8.7, §8.10, §11.6).</summary>
internal sealed class Painting(PdfRebuild rebuild)
{
    private static readonly string[] Blends =
        ["Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity"];

    /// <summary>A form; <paramref name="around"/> are the resources of what draws it, for old forms without their own.</summary>
    internal PdfObj? Form(PdfObj source, PdfDict around, ContentBudget budget, int depth) =>
        rebuild.Once(source, "form", value => value is PdfStream stream ? BuildForm(stream, around, budget, depth) : null);

    private PdfRef? BuildForm(PdfStream stream, PdfDict around, ContentBudget budget, int depth)
    {
        var from = stream.Dict;
        var to = new PdfDict { ["Type"] = new PdfName("XObject"), ["Subtype"] = new PdfName("Form") };
        to["BBox"] = new PdfList(rebuild.Numbers(from["BBox"], 4, 4) ?? [0, 0, 0, 0]);
        rebuild.CopyNumbers(from, to, "Matrix", 6, 6);
        if (Group(from["Group"]) is { } group) to["Group"] = group;
        var scope = new ResourceScope(rebuild, rebuild.Doc.Dict(from["Resources"]) ?? around, budget, depth + 1);
        var content = new ContentRewriter(rebuild, scope).Run(rebuild.Doc.Bytes(stream, "form"));
        to["Resources"] = scope.Written;
        return rebuild.Out.Add(PdfWriter.Packed(to, content));
    }

    /// <summary>A transparency group; of pages as well.</summary>
    internal PdfDict? Group(PdfObj source)
    {
        if (rebuild.Doc.Dict(source) is not { } from || rebuild.Doc.Name(from["S"]) is not "Transparency") return null;
        var to = new PdfDict { ["S"] = new PdfName("Transparency") };
        if (rebuild.Colours.Make(from["CS"]) is { Components: > 0 } space) to["CS"] = space.Space;
        rebuild.CopyFlag(from, to, "I");
        rebuild.CopyFlag(from, to, "K");
        return to;
    }

    internal PdfObj? Pattern(PdfObj source, PdfDict around, ContentBudget budget, int depth) =>
        rebuild.Once(source, "pattern", value => value is PdfStream tile ? Tiling(tile, around, budget, depth) : Shaded(rebuild.Doc.Dict(value), around, budget, depth));

    private PdfRef? Tiling(PdfStream tile, PdfDict around, ContentBudget budget, int depth)
    {
        var from = tile.Dict;
        var to = new PdfDict { ["PatternType"] = new PdfNum(1) };
        if (!rebuild.CopyNumber(from, to, "PaintType", 1, 2) || !rebuild.CopyNumbers(from, to, "BBox", 4, 4) || !rebuild.CopyNumber(from, to, "XStep") || !rebuild.CopyNumber(from, to, "YStep")) return null;
        if (!rebuild.CopyNumber(from, to, "TilingType", 1, 3)) to["TilingType"] = new PdfNum(1);
        rebuild.CopyNumbers(from, to, "Matrix", 6, 6);
        var scope = new ResourceScope(rebuild, rebuild.Doc.Dict(from["Resources"]) ?? around, budget, depth + 1);
        var content = new ContentRewriter(rebuild, scope).Run(rebuild.Doc.Bytes(tile, "pattern"));
        to["Resources"] = scope.Written;
        return rebuild.Out.Add(PdfWriter.Packed(to, content));
    }

    private PdfRef? Shaded(PdfDict? from, PdfDict around, ContentBudget budget, int depth)
    {
        if (from is null || rebuild.Doc.Number(from["PatternType"]) is not 2 || Shading(from["Shading"], around) is not { } shading) return null;
        var to = new PdfDict { ["PatternType"] = new PdfNum(2), ["Shading"] = shading };
        rebuild.CopyNumbers(from, to, "Matrix", 6, 6);
        if (from.Has("ExtGState") && State(from["ExtGState"], around, budget, depth) is { } state) to["ExtGState"] = state;
        return rebuild.Out.Add(to);
    }

    internal PdfObj? Shading(PdfObj source, PdfDict around) => rebuild.Once(source, "shading", value => BuildShading(value, around));

    private PdfRef? BuildShading(PdfObj value, PdfDict around)
    {
        if (rebuild.Doc.Dict(value) is not { } from || rebuild.Doc.Number(from["ShadingType"]) is not (>= 1 and <= 7 and var type) || rebuild.Colours.Make(from["ColorSpace"], around) is not { Components: > 0 } space) return null;
        var to = new PdfDict { ["ShadingType"] = new PdfNum((int)type), ["ColorSpace"] = space.Space };
        rebuild.CopyNumbers(from, to, "Background", 1, 32);
        rebuild.CopyNumbers(from, to, "BBox", 4, 4);
        rebuild.CopyFlag(from, to, "AntiAlias");
        if (from.Has("Function") && Function(from["Function"]) is { } function) to["Function"] = function;
        if (type >= 4) return value is PdfStream mesh ? Mesh(mesh, to) : null;
        if (!to.Has("Function")) return null;
        rebuild.CopyNumbers(from, to, "Domain", 2, 4);
        if (type == 1) rebuild.CopyNumbers(from, to, "Matrix", 6, 6);
        else
        {
            if (!rebuild.CopyNumbers(from, to, "Coords", type == 2 ? 4 : 6, type == 2 ? 4 : 6)) return null;
            if (rebuild.Doc.List(from["Extend"]) is { Count: 2 } extend) to["Extend"] = new PdfList([.. extend.Items.Select(e => (PdfObj)PdfObj.Of(rebuild.Doc.Resolve(e) is PdfBool { Value: true }))]);
        }
        return rebuild.Out.Add(to);
    }

    private PdfRef? Mesh(PdfStream mesh, PdfDict to)
    {
        if (!rebuild.CopyNumber(mesh.Dict, to, "BitsPerCoordinate", 1, 32) || !rebuild.CopyNumber(mesh.Dict, to, "BitsPerComponent", 1, 16) || !rebuild.CopyNumbers(mesh.Dict, to, "Decode", 6, 68)) return null;
        rebuild.CopyNumber(mesh.Dict, to, "BitsPerFlag", 2, 8);
        rebuild.CopyNumber(mesh.Dict, to, "VerticesPerRow", 2, 100_000);
        return rebuild.Out.Add(PdfWriter.Packed(to, rebuild.Doc.Bytes(mesh, "shading")));
    }

    private PdfObj? Function(PdfObj source)
    {
        if (rebuild.Doc.Resolve(source) is not PdfList list) return rebuild.Functions.Make(source);
        var made = new PdfList();
        foreach (var item in list.Items.Take(32))
        {
            if (rebuild.Functions.Make(item) is not { } function) return null;
            made.Items.Add(function);
        }
        return made;
    }

    internal PdfObj? State(PdfObj source, PdfDict around, ContentBudget budget, int depth) =>
        rebuild.Once(source, "state", value => rebuild.Doc.Dict(value) is { } from ? rebuild.Out.Add(BuildState(from, around, budget, depth)) : null);

    private PdfDict BuildState(PdfDict from, PdfDict around, ContentBudget budget, int depth)
    {
        var to = new PdfDict();
        foreach (var key in (string[])["LW", "LC", "LJ", "ML", "FL", "SM"]) rebuild.CopyNumber(from, to, key);
        foreach (var key in (string[])["ca", "CA"]) rebuild.CopyNumber(from, to, key, 0, 1);
        rebuild.CopyNumber(from, to, "OPM", 0, 1);
        foreach (var key in (string[])["SA", "OP", "op", "AIS", "TK"]) rebuild.CopyFlag(from, to, key);
        rebuild.CopyName(from, to, "RI", "AbsoluteColorimetric", "RelativeColorimetric", "Saturation", "Perceptual");
        if (rebuild.Doc.List(from["D"]) is { Count: 2 } dash && rebuild.Numbers(dash.Items[0]) is { } lengths && rebuild.Doc.Number(dash.Items[1]) is { } phase) to["D"] = new PdfList([new PdfList(lengths), new PdfNum(phase)]);
        if (rebuild.Doc.List(from["Font"]) is { Count: 2 } font && rebuild.Fonts.Make(font.Items[0], around, budget, depth) is { } made && rebuild.Doc.Number(font.Items[1]) is { } size) to["Font"] = new PdfList([made, new PdfNum(size)]);
        var blends = rebuild.Doc.Resolve(from["BM"]) is PdfList several ? several.Items : [from["BM"]];
        if (blends.Select(rebuild.Doc.Name).FirstOrDefault(b => b is not null && Blends.Contains(b)) is { } blend) to["BM"] = new PdfName(blend);
        if (rebuild.Doc.Resolve(from["SMask"]) is PdfName { Value: "None" }) to["SMask"] = new PdfName("None");
        else if (rebuild.Doc.Dict(from["SMask"]) is { } mask && SoftMask(mask, around, budget, depth) is { } soft) to["SMask"] = soft;
        return to;
    }

    private PdfDict? SoftMask(PdfDict from, PdfDict around, ContentBudget budget, int depth)
    {
        if (rebuild.Doc.Name(from["S"]) is not ("Alpha" or "Luminosity") || depth > rebuild.Context.Limits.Pdf.FormDepth || Form(from["G"], around, budget, depth) is not { } group) return null;
        var to = new PdfDict { ["S"] = new PdfName(rebuild.Doc.Name(from["S"])!), ["G"] = group };
        rebuild.CopyNumbers(from, to, "BC", 1, 32);
        if (rebuild.Doc.Resolve(from["TR"]) is PdfDict or PdfStream && rebuild.Functions.Make(from["TR"]) is { } transfer) to["TR"] = transfer;
        return to;
    }
}
