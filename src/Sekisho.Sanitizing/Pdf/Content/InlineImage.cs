using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf.Content;

/// <summary>A picture between BI and EI (ISO 32000 §8.9.7), taken out as an ordinary one.</summary>
internal static class InlineImage
{
    internal static PdfStream? Read(PdfLexer lexer, PdfDict resources, PdfRebuild rebuild)
    {
        var dict = new PdfDict { ["Subtype"] = new PdfName("Image") };
        while (lexer.Read() is { } key)
        {
            if (key is PdfWord { Value: "ID" }) break;
            if (key is not PdfName name || lexer.Read() is not { } value) return null;
            dict[Full(name.Value)] = value;
        }
        var start = lexer.At + 1;
        if (start > lexer.Data.Length) return null;
        var length = Length(lexer.Data, start, dict, resources, rebuild);
        lexer.At = Math.Min(lexer.Data.Length, start + length);
        if (lexer.Read() is not PdfWord { Value: "EI" }) return null;
        return new(dict, lexer.Data.AsMemory(start, length), 0, 0);
    }

    private static string Full(string key) => key switch
    {
        "W" => "Width", "H" => "Height", "BPC" => "BitsPerComponent", "CS" => "ColorSpace", "D" => "Decode", "DP" => "DecodeParms",
        "F" => "Filter", "IM" => "ImageMask", "I" => "Interpolate", _ => key,
    };

    /// <summary>Without a filter the size says how long the data is; with one, the first EI that stands alone and is followed by text.</summary>
    private static int Length(byte[] data, int start, PdfDict dict, PdfDict resources, PdfRebuild rebuild)
    {
        if (!dict.Has("Filter") && dict["Width"] is PdfNum width && dict["Height"] is PdfNum height)
        {
            var mask = dict["ImageMask"] is PdfBool { Value: true };
            var components = mask ? 1 : rebuild.Colours.Make(dict["ColorSpace"], resources)?.Components ?? 1;
            var bits = mask ? 1 : dict["BitsPerComponent"] is PdfNum b ? b.Int : 8;
            var size = (long)Math.Ceiling(Math.Max(0, width.Value) * components * bits / 8.0) * (long)Math.Max(0, height.Value);
            if (size <= data.Length - start) return (int)size;
        }
        return Mark(data, start, apart: true) ?? Mark(data, start, apart: false) ?? data.Length - start;
    }

    /// <param name="apart">Only where white space stands before the mark; some writers put none behind text codings.</param>
    private static int? Mark(byte[] data, int start, bool apart)
    {
        for (var at = start; at + 2 <= data.Length; at++)
        {
            var next = data.AsSpan(at).IndexOf("EI"u8);
            if (next < 0) break;
            at += next;
            if ((!apart || (at > start && PdfLexer.IsSpace(data[at - 1]))) && (at + 2 >= data.Length || PdfLexer.IsSpace(data[at + 2])) && IsText(data.AsSpan(at + 2))) return at - start;
        }
        return null;
    }

    private static bool IsText(ReadOnlySpan<byte> after)
    {
        foreach (var c in after[..Math.Min(after.Length, 12)])
            if (c is > 126 or (< 32 and not (0 or 9 or 10 or 12 or 13))) return false;
        return true;
    }
}
