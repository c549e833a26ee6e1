using System.IO.Compression;
using Sekisho.Kernel;

namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>The filters of ISO 32000 §7.4 that give bytes; picture filters are left to the pictures. At most four in a row (LM-13), sizes from the budget (LM-02, LM-03).</summary>
internal static class StreamData
{
    internal static IReadOnlyList<StreamFilter> Filters(PdfDict dict, Func<PdfObj, PdfObj> resolve)
    {
        // A stream whose bytes stand in another file (PD-16).
        if (dict.Has("FFilter") || dict.Has("FDecodeParms") || (dict.Has("F") && resolve(dict["F"]) is PdfText or PdfDict)) throw new FileStop("PD-16", Outcome.Blocked, "external stream");
        var names = All(dict.Has("Filter") ? dict["Filter"] : dict["F"], resolve);
        var parameters = All(dict.Has("DecodeParms") ? dict["DecodeParms"] : dict["DP"], resolve);
        if (names.Count > 4) throw new FileStop("LM-13", Outcome.Blocked, "filters");
        var filters = new List<StreamFilter>();
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] is not PdfName name) { if (names[i] is PdfNull) continue; throw new PdfDamage("filter"); }
            var given = new PdfDict();
            if (i < parameters.Count && parameters[i] is PdfDict p) foreach (var (key, value) in p.Items) given[key] = resolve(value);
            filters.Add(new(Full(name.Value), given));
        }
        return filters;
    }

    private static List<PdfObj> All(PdfObj value, Func<PdfObj, PdfObj> resolve) => resolve(value) switch
    {
        PdfNull => [],
        PdfList list => [.. list.Items.Take(5).Select(resolve)],
        var one => [one],
    };

    private static string Full(string name) => name switch
    {
        "A85" => "ASCII85Decode", "AHx" => "ASCIIHexDecode", "CCF" => "CCITTFaxDecode", "DCT" => "DCTDecode", "Fl" => "FlateDecode",
        "LZW" => "LZWDecode", "RL" => "RunLengthDecode", _ => name,
    };

    /// <summary>For the streams of the index itself, before references can be followed.</summary>
    internal static byte[] Decode(PdfStream stream, SanitiseBudget budget, string place, Func<PdfStream, ReadOnlyMemory<byte>>? decrypt = null)
    {
        var (data, left) = Decode(decrypt?.Invoke(stream) ?? stream.Raw, Filters(stream.Dict, v => v is PdfRef ? PdfObj.Null : v), budget, place);
        return left is null ? data : throw new PdfDamage(place);
    }

    /// <param name="expected">Bytes a picture's size asks for, above which nothing is read; -1 when unknown, and then the ratio is judged.</param>
    internal static (byte[] Data, StreamFilter? Left) Decode(ReadOnlyMemory<byte> raw, IReadOnlyList<StreamFilter> filters, SanitiseBudget budget, string place, long expected = -1)
    {
        var data = raw;
        for (var i = 0; i < filters.Count; i++)
        {
            var filter = filters[i];
            if (filter.IsPicture) return i == filters.Count - 1 ? (data.ToArray(), filter) : throw new FileStop("PD-16", Outcome.Blocked, place);
            var limit = expected >= 0 && i == filters.Count - 1 ? expected + 1 : budget.Limits.ExpandedBytes - budget.Expanded;
            byte[] next = filter.Name switch
            {
                "FlateDecode" => Predictor.Undo(Inflate(data, Widened(limit, filter), expected >= 0, place), filter, place),
                "LZWDecode" => Predictor.Undo(Lzw.Decode(data.Span, filter.Int("EarlyChange", 1) != 0, Widened(limit, filter), place), filter, place),
                "ASCII85Decode" => AsciiFilters.Ascii85(data.Span),
                "ASCIIHexDecode" => AsciiFilters.Hex(data.Span),
                "RunLengthDecode" => AsciiFilters.RunLength(data.Span, limit, place),
                "Crypt" => data.ToArray(),
                _ => throw new FileStop("PD-16", Outcome.Blocked, place),
            };
            if (expected < 0) budget.CheckRatio(data.Length, next.Length, place);
            budget.Expand(next.Length, place);
            data = next;
        }
        return (data.ToArray(), null);
    }

    /// <summary>A predictor adds one byte a row.</summary>
    private static long Widened(long limit, StreamFilter filter) => filter.Int("Predictor", 1) < 10 ? limit : Math.Min(int.MaxValue - 64, limit * 2 + 65_536);

    /// <summary>Inflates as far as the data goes: a stream that ends early or whose checksum is wrong keeps what came before, as viewers show it.</summary>
    private static byte[] Inflate(ReadOnlyMemory<byte> packed, long limit, bool cut, string place)
    {
        var output = new MemoryStream();
        var zlib = packed.Length > 2 && (packed.Span[0] & 15) == 8 && ((packed.Span[0] << 8) | packed.Span[1]) % 31 == 0;
        using Stream inflater = zlib ? new ZLibStream(AsStream(packed), CompressionMode.Decompress) : new DeflateStream(AsStream(packed), CompressionMode.Decompress);
        var buffer = new byte[1 << 16];
        try
        {
            for (int n; (n = inflater.Read(buffer)) > 0;)
            {
                output.Write(buffer, 0, n);
                if (output.Length <= Math.Max(limit, 0)) continue;
                // Behind the last row of a picture nothing is looked at.
                if (cut) break;
                throw new FileStop("LM-02", Outcome.Blocked, place);
            }
        }
        catch (InvalidDataException) { /* What came before the fault is the content. */ }
        return output.ToArray();
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> data) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(data, out var segment) ? new(segment.Array!, segment.Offset, segment.Count, false) : new(data.ToArray(), false);
}
