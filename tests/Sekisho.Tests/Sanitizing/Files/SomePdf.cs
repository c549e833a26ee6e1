using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Sekisho.Tests.Sanitizing.Files;

/// <summary>Writes PDFs that may lie on purpose: one page with a line of text, and whatever a test puts beside it. Objects 1 to 5 are catalogue, pages, page, content, font.</summary>
internal sealed class SomePdf
{
    private readonly List<byte[]> more = [];
    private string catalogue = "", page = "", resources = "", trailer = "", content = "BT /F1 24 Tf 72 700 Td (Visible text) Tj ET";

    internal SomePdf Catalogue(string entries) { catalogue += entries; return this; }
    internal SomePdf Page(string entries) { page += entries; return this; }
    internal SomePdf Resources(string entries) { resources += entries; return this; }
    internal SomePdf Trailer(string entries) { trailer += entries; return this; }
    internal SomePdf Content(string operators) { content = operators; return this; }
    internal SomePdf Add(string value) { more.Add(Latin(value)); return this; }
    internal SomePdf AddStream(string dict, byte[] data) { more.Add(Stream(dict, data)); return this; }
    internal SomePdf AddStream(string dict, string data) => AddStream(dict, Latin(data));

    internal static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    internal static byte[] Stream(string dict, byte[] data) => [.. Latin("<<" + dict + "/Length " + data.Length.ToString(CultureInfo.InvariantCulture) + ">>\nstream\n"), .. data, .. Latin("\nendstream")];

    internal static byte[] Deflate(byte[] data)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, true)) zlib.Write(data);
        return packed.ToArray();
    }

    private List<byte[]> Objects() =>
    [
        Latin("<</Type/Catalog/Pages 2 0 R" + catalogue + ">>"), Latin("<</Type/Pages/Count 1/Kids[3 0 R]>>"),
        Latin("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>" + resources + ">>" + page + ">>"),
        Stream("", Latin(content)), Latin("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"), .. more,
    ];

    /// <summary>A classic table.</summary>
    internal byte[] Build()
    {
        var output = new MemoryStream();
        output.Write(Latin("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
        Write(output, Objects().Select((o, i) => (i + 1, o)), 0, "");
        return output.ToArray();
    }

    private void Write(MemoryStream output, IEnumerable<(int Number, byte[] Object)> objects, long previous, string extra)
    {
        var places = new SortedDictionary<int, long>();
        foreach (var (number, value) in objects)
        {
            places[number] = output.Position;
            output.Write([.. Latin(number.ToString(CultureInfo.InvariantCulture) + " 0 obj\n"), .. value, .. "\nendobj\n"u8]);
        }
        var start = output.Position;
        var text = new StringBuilder("xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, place) in places) text.Append(CultureInfo.InvariantCulture, $"{number} 1\n{place:D10} 00000 n \n");
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {Objects().Count + 10}/Root 1 0 R{trailer}{extra}{(previous > 0 ? "/Prev " + previous.ToString(CultureInfo.InvariantCulture) : "")}>>\nstartxref\n{start}\n%%EOF\n");
        output.Write(Latin(text.ToString()));
    }

    /// <summary>Objects without streams in an object stream, the index as a stream (PDF 1.5).</summary>
    internal byte[] BuildPacked()
    {
        var objects = Objects().Select((o, i) => (Number: i + 1, Object: o)).ToList();
        var inside = objects.Where(o => !Encoding.Latin1.GetString(o.Object).Contains("stream\n", StringComparison.Ordinal)).ToList();
        var output = new MemoryStream();
        output.Write(Latin("%PDF-1.7\n"));
        var rows = new SortedDictionary<int, (int Kind, long First, int Second)>();
        foreach (var (number, value) in objects.Except(inside)) Put(number, value);
        int holder = objects.Count + 1, table = objects.Count + 2;
        string head = "", body = "";
        for (var i = 0; i < inside.Count; i++)
        {
            head += inside[i].Number.ToString(CultureInfo.InvariantCulture) + " " + body.Length.ToString(CultureInfo.InvariantCulture) + " ";
            body += Encoding.Latin1.GetString(inside[i].Object) + "\n";
            rows[inside[i].Number] = (2, holder, i);
        }
        Put(holder, Stream(FormattableString.Invariant($"/Type/ObjStm/N {inside.Count}/First {head.Length}/Filter/FlateDecode"), Deflate(Latin(head + body))));
        rows[table] = (1, output.Position, 0);
        var start = output.Position;
        byte[] data = [.. rows.Values.SelectMany(r => new[] { (byte)r.Kind, (byte)(r.First >> 16), (byte)((r.First >> 8) & 255), (byte)(r.First & 255), (byte)r.Second })];
        Put(table, Stream(FormattableString.Invariant($"/Type/XRef/Size {table + 1}/Index[1 {table}]/W[1 3 1]/Root 1 0 R/Filter/FlateDecode") + trailer, Deflate(data)), false);
        output.Write(Latin(FormattableString.Invariant($"startxref\n{start}\n%%EOF\n")));
        return output.ToArray();

        void Put(int number, byte[] value, bool row = true)
        {
            if (row) rows[number] = (1, output.Position, 0);
            output.Write([.. Latin(number.ToString(CultureInfo.InvariantCulture) + " 0 obj\n"), .. value, .. "\nendobj\n"u8]);
        }
    }

    /// <summary>A harmless first revision, then this document as an update behind it.</summary>
    internal byte[] BuildUpdated()
    {
        var first = new SomePdf().Content("BT /F1 24 Tf 72 700 Td (Older text) Tj ET").Build();
        var text = Encoding.Latin1.GetString(first);
        var output = new MemoryStream();
        output.Write(first);
        Write(output, Objects().Select((o, i) => (i + 1, o)), text.LastIndexOf("xref\n0", StringComparison.Ordinal), "");
        return output.ToArray();
    }

    /// <summary>Every name with its letters as #xx.</summary>
    internal byte[] BuildEscaped()
    {
        var text = new StringBuilder();
        var before = Encoding.Latin1.GetString(Build());
        var start = before.IndexOf("xref\n0", StringComparison.Ordinal);
        for (var i = 0; i < start; i++)
        {
            text.Append(before[i]);
            if (before[i] != '/' || !char.IsAsciiLetter(before[i + 1])) continue;
            i++;
            text.Append(CultureInfo.InvariantCulture, $"#{(int)before[i]:x2}");
        }
        return Relocated(text.ToString());
    }

    /// <summary>A table for objects wherever they stand in the text.</summary>
    internal static byte[] Relocated(string body, string trailer = "/Root 1 0 R")
    {
        var text = new StringBuilder(body);
        var rows = new StringBuilder();
        var count = 0;
        for (var n = 1; n < 200; n++)
        {
            var at = body.IndexOf(FormattableString.Invariant($"\n{n} 0 obj"), StringComparison.Ordinal);
            if (at < 0) continue;
            rows.Append(CultureInfo.InvariantCulture, $"{n} 1\n{at + 1:D10} 00000 n \n");
            count = n;
        }
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 1\n0000000000 65535 f \n{rows}trailer\n<</Size {count + 1}{trailer}>>\nstartxref\n{body.Length}\n%%EOF\n");
        return Latin(text.ToString());
    }
}
