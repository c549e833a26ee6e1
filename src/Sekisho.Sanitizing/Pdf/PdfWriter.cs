using System.Globalization;
using System.IO.Compression;
using System.Text;
using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf;

/// <summary>
/// Writes one revision: objects 1 to N one behind the other, a classic table, a trailer with size and root. No object streams, no
/// identifiers, no times: the same objects give the same bytes (law E5).
/// </summary>
internal sealed class PdfWriter
{
    private readonly List<PdfObj?> objects = [];

    internal PdfRef Reserve()
    {
        objects.Add(null);
        return new(objects.Count);
    }

    internal void Fill(PdfRef place, PdfObj value) => objects[place.Number - 1] = value;

    internal PdfRef Add(PdfObj value)
    {
        objects.Add(value);
        return new(objects.Count);
    }

    /// <summary>A stream packed by us.</summary>
    internal static PdfStream Packed(PdfDict dict, ReadOnlySpan<byte> data)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(data);
        dict["Filter"] = new PdfName("FlateDecode");
        return new(dict, packed.ToArray(), 0, 0);
    }

    /// <param name="root">The catalogue.</param>
    /// <param name="info">Title, author and dates; null without.</param>
    internal byte[] Finish(PdfRef root, PdfRef? info = null)
    {
        var output = new MemoryStream();
        output.Write("%PDF-1.7\n"u8);
        output.Write([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3, 10]);
        var offsets = new long[objects.Count];
        for (var i = 0; i < objects.Count; i++)
        {
            offsets[i] = output.Position;
            Text(output, Invariant($"{i + 1} 0 obj\n"));
            Write(output, objects[i] ?? PdfObj.Null);
            Text(output, "\nendobj\n");
        }
        var start = output.Position;
        Text(output, Invariant($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets) Text(output, Invariant($"{offset:D10} 00000 n \n"));
        Text(output, Invariant($"trailer\n<</Size {objects.Count + 1}/Root {root.Number} 0 R{(info is null ? "" : Invariant($"/Info {info.Number} 0 R"))}>>\nstartxref\n{start}\n%%EOF\n"));
        return output.ToArray();
    }

    internal static void Write(Stream output, PdfObj value)
    {
        switch (value)
        {
            case PdfNull or PdfWord: Text(output, "null"); break;
            case PdfBool b: Text(output, b.Value ? "true" : "false"); break;
            case PdfNum n: Text(output, Number(n.Value)); break;
            case PdfName name: Name(output, name.Value); break;
            case PdfText text: Hex(output, text.Bytes); break;
            case PdfRef r: Text(output, Invariant($"{r.Number} 0 R")); break;
            case PdfList list: List(output, list); break;
            case PdfDict dict: Dict(output, dict, -1); break;
            case PdfStream stream:
                Dict(output, stream.Dict, stream.Raw.Length);
                Text(output, "\nstream\n");
                output.Write(stream.Raw.Span);
                Text(output, "\nendstream");
                break;
        }
    }

    /// <summary>No exponent; six decimals, ten below one: nothing moves by more than a thousandth of a point.</summary>
    internal static string Number(double value)
    {
        if (Math.Floor(value) == value) return ((long)value).ToString(CultureInfo.InvariantCulture);
        var text = value.ToString(Math.Abs(value) < 1 ? "0.##########" : "0.######", CultureInfo.InvariantCulture);
        return text is "-0" ? "0" : text;
    }

    private static void List(Stream output, PdfList list)
    {
        output.WriteByte((byte)'[');
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0) output.WriteByte((byte)' ');
            Write(output, list.Items[i]);
        }
        output.WriteByte((byte)']');
    }

    private static void Dict(Stream output, PdfDict dict, int length)
    {
        Text(output, "<<");
        foreach (var (key, value) in dict.Items)
        {
            Name(output, key);
            output.WriteByte((byte)' ');
            Write(output, value);
        }
        if (length >= 0) Text(output, Invariant($"/Length {length}"));
        Text(output, ">>");
    }

    private static void Name(Stream output, string name)
    {
        output.WriteByte((byte)'/');
        foreach (var c in name)
            if (c is > '!' and < '\x7F' and not '#' && PdfLexer.IsRegular((byte)c)) output.WriteByte((byte)c);
            else Text(output, Invariant($"#{c & 255:X2}"));
    }

    private static void Hex(Stream output, byte[] bytes)
    {
        output.WriteByte((byte)'<');
        Text(output, Convert.ToHexString(bytes));
        output.WriteByte((byte)'>');
    }

    private static void Text(Stream output, string text)
    {
        Span<byte> buffer = stackalloc byte[256];
        if (text.Length <= 256) output.Write(buffer[..Encoding.ASCII.GetBytes(text, buffer)]);
        else output.Write(Encoding.ASCII.GetBytes(text));
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
