using System.Globalization;

namespace Sekisho.Verifying.Pdf;

/// <summary>The file from its first byte to its last: header, objects 1 to N, table, trailer, end. Nothing between, nothing behind.</summary>
internal static class PdfShape
{
    private const int MaxObjects = 4_000_000;
    private static readonly byte[] Header = [.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, 10];

    internal static (List<Node> Objects, int Root, int Info) Read(byte[] b)
    {
        if (!b.AsSpan().StartsWith(Header)) throw new Refused("pdf:header");
        var text = new PdfText(b, Header.Length);
        var objects = new List<Node>();
        var places = new List<int>();
        while (!text.Next("xref\n"))
        {
            if (objects.Count >= MaxObjects) throw new Refused("pdf:objects");
            places.Add(text.At);
            text.Expect(Say(objects.Count + 1) + " 0 obj\n");
            var value = text.Value();
            if (text.Next("\nstream\n")) text = Data(b, text, value);
            text.Expect("\nendobj\n");
            objects.Add(value);
        }
        var start = text.At;
        text.Expect("xref\n0 " + Say(objects.Count + 1) + "\n0000000000 65535 f \n");
        foreach (var place in places) text.Expect(place.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n");
        text.Expect("trailer\n<</Size " + Say(objects.Count + 1) + "/Root ");
        var root = text.Whole();
        var info = 0;
        if (text.Next(" 0 R/Info "))
        {
            text.Expect(" 0 R/Info ");
            info = text.Whole();
        }
        text.Expect(" 0 R>>\nstartxref\n" + Say(start) + "\n%%EOF\n");
        if (text.At != b.Length) throw new Refused("pdf:trailing");
        return root >= 1 && root <= objects.Count ? (objects, root, info) : throw new Refused("pdf:root");
    }

    private static PdfText Data(byte[] b, PdfText text, Node value)
    {
        text.Expect("\nstream\n");
        if (value.Kind != '{' || !value.Keys.Remove("Length", out var length) || length.Kind != 'n' || length.Number < 0 || length.Number > b.Length - text.At) throw new Refused("pdf:length");
        (value.DataAt, value.DataLength) = (text.At, (int)length.Number);
        var behind = new PdfText(b, text.At + value.DataLength);
        behind.Expect("\nendstream");
        return behind;
    }

    private static string Say(int value) => value.ToString(CultureInfo.InvariantCulture);
}
