using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf.Content;

/// <summary>Colour spaces of ISO 32000 §8.6 written anew. Profiles go: an ICC space becomes the device space of as many components (PD-22).</summary>
internal sealed class ColourSpaces(PdfRebuild rebuild)
{
    private const int MaxDepth = 6;
    private static readonly HashSet<string> Inks = new(StringComparer.Ordinal) { "All", "None", "Cyan", "Magenta", "Yellow", "Black" };

    /// <summary>The space and the number of its components; null when it is none. A pattern space has 0 components.</summary>
    internal (PdfObj Space, int Components)? Make(PdfObj source, PdfDict? resources = null, int depth = 0)
    {
        if (depth > MaxDepth) return null;
        var value = rebuild.Doc.Resolve(source);
        if (value is PdfName name) return Named(name.Value, resources, depth);
        if (value is not PdfList { Count: > 0 } list || rebuild.Doc.Name(list.Items[0]) is not { } family) return null;
        if (list.Count == 1) return Named(family, resources, depth);
        return family switch
        {
            "CalGray" => Measured(list, family, 1),
            "CalRGB" or "Lab" => Measured(list, family, 3),
            "ICCBased" => Profile(list, depth),
            "Indexed" or "I" => Indexed(list, resources, depth),
            "Separation" => Tinted(list, resources, depth),
            "DeviceN" => Tinted(list, resources, depth),
            "Pattern" => Make(list.Items[1], resources, depth + 1) is { } under ? (new PdfList([new PdfName("Pattern"), under.Space]), under.Components) : null,
            _ => Named(family, resources, depth),
        };
    }

    private (PdfObj, int)? Named(string name, PdfDict? resources, int depth) => name switch
    {
        "DeviceGray" or "G" or "CalGray" => (new PdfName("DeviceGray"), 1),
        "DeviceRGB" or "RGB" or "CalRGB" => (new PdfName("DeviceRGB"), 3),
        "DeviceCMYK" or "CMYK" or "CalCMYK" => (new PdfName("DeviceCMYK"), 4),
        "Pattern" => (new PdfName("Pattern"), 0),
        _ => resources is not null && rebuild.Doc.Dict(resources["ColorSpace"]) is { } named && named.Has(name) ? Make(named[name], null, depth + 1) : null,
    };

    private (PdfObj, int)? Measured(PdfList list, string family, int components)
    {
        if (rebuild.Doc.Dict(list.Items[1]) is not { } from) return null;
        var to = new PdfDict();
        if (!rebuild.CopyNumbers(from, to, "WhitePoint", 3, 3)) return null;
        rebuild.CopyNumbers(from, to, "BlackPoint", 3, 3);
        if (family is "CalGray") rebuild.CopyNumber(from, to, "Gamma", 0.01, 100);
        else if (family is "CalRGB")
        {
            rebuild.CopyNumbers(from, to, "Gamma", 3, 3);
            rebuild.CopyNumbers(from, to, "Matrix", 9, 9);
        }
        else rebuild.CopyNumbers(from, to, "Range", 4, 4);
        return (new PdfList([new PdfName(family), to]), components);
    }

    private (PdfObj, int)? Profile(PdfList list, int depth)
    {
        if (rebuild.Doc.Resolve(list.Items[1]) is not PdfStream profile) return null;
        var components = (int)(rebuild.Doc.Number(profile.Dict["N"]) ?? 0);
        if (rebuild.Doc.Resolve(profile.Dict["Alternate"]) is PdfList && Make(profile.Dict["Alternate"], null, depth + 1) is { } other && other.Components == components) return other;
        return components switch { 1 => (new PdfName("DeviceGray"), 1), 3 => (new PdfName("DeviceRGB"), 3), 4 => (new PdfName("DeviceCMYK"), 4), _ => null };
    }

    private (PdfObj, int)? Indexed(PdfList list, PdfDict? resources, int depth)
    {
        if (list.Count < 4 || Make(list.Items[1], resources, depth + 1) is not { Components: > 0 } under || rebuild.Doc.Number(list.Items[2]) is not (>= 0 and <= 255 and var high)) return null;
        var table = rebuild.Doc.Resolve(list.Items[3]) switch { PdfText text => text.Bytes, PdfStream stream => rebuild.Doc.Bytes(stream, "palette"), _ => [] };
        var size = ((int)high + 1) * under.Components;
        if (table.Length != size) Array.Resize(ref table, size);
        return (new PdfList([new PdfName("Indexed"), under.Space, new PdfNum((int)high), new PdfText(table)]), 1);
    }

    /// <summary>Separation and DeviceN: inks by number, their look from the alternate space and the tint function.</summary>
    private (PdfObj, int)? Tinted(PdfList list, PdfDict? resources, int depth)
    {
        if (list.Count < 4 || Make(list.Items[2], resources, depth + 1) is not { Components: > 0 } under || rebuild.Functions.Make(list.Items[3]) is not { } tint) return null;
        if (rebuild.Doc.Resolve(list.Items[1]) is PdfName one) return (new PdfList([new PdfName("Separation"), Ink(one, 1), under.Space, tint]), 1);
        if (rebuild.Doc.List(list.Items[1]) is not { Count: > 0 and <= 32 } names) return null;
        var inks = new PdfList();
        for (var i = 0; i < names.Count; i++) inks.Items.Add(Ink(rebuild.Doc.Resolve(names.Items[i]) as PdfName, i + 1));
        return (new PdfList([new PdfName("DeviceN"), inks, under.Space, tint]), names.Count);
    }

    private static PdfName Ink(PdfName? name, int number) => new(name is not null && Inks.Contains(name.Value) ? name.Value : "Spot" + Show.Number(number));
}
