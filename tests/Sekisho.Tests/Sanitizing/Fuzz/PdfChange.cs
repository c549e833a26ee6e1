using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Sekisho.Tests.Sanitizing.Files;

namespace Sekisho.Tests.Sanitizing.Fuzz;

/// <summary>Changes a PDF object by object: tokens of dictionaries, tokens of content inside its compression, bytes of fonts and pictures; the table is made again for where the objects then stand.</summary>
internal static partial class PdfChange
{
    internal static byte[] Run(byte[] b, Random r)
    {
        if (r.Next(12) == 0) return Pieces.Bytes(b, r);
        var text = Encoding.Latin1.GetString(b);
        var objects = Objects().Matches(text).Select(m => m.Value).ToList();
        var root = Root().Match(text);
        if (objects.Count == 0 || !root.Success) return Pieces.Bytes(b, r);
        for (var n = Pieces.Few(r); n > 0; n--)
        {
            var at = r.Next(objects.Count);
            if (r.Next(12) == 0) objects[at] = objects[r.Next(objects.Count)];
            else if (r.Next(14) == 0) objects[at] = Renumbered(objects[at], r);
            else objects[at] = Object(objects[at], r);
        }
        var body = new StringBuilder("%PDF-1.7\n");
        foreach (var one in objects) body.Append('\n').Append(one);
        body.Append('\n');
        return SomePdf.Relocated(body.ToString(), root.Value + (r.Next(10) == 0 ? Dictionaries.Pdf[r.Next(Dictionaries.Pdf.Length)] : ""));
    }

    private static string Renumbered(string one, Random r) => r.Next(1, 40).ToString(CultureInfo.InvariantCulture) + one[Math.Max(0, one.IndexOf(' ', StringComparison.Ordinal))..];

    private static string Object(string one, Random r)
    {
        var at = one.IndexOf("stream", StringComparison.Ordinal);
        if (at < 0) return Tokens(one, r);
        var from = at + 6;
        if (from < one.Length && one[from] == '\r') from++;
        if (from < one.Length && one[from] == '\n') from++;
        var end = one.LastIndexOf("endstream", StringComparison.Ordinal);
        if (end < from || r.Next(3) == 0) return Tokens(one[..at], r) + one[at..];
        var data = Encoding.Latin1.GetBytes(one[from..end]);
        var packed = one[..at].Contains("FlateDecode", StringComparison.Ordinal);
        var plain = packed ? Packages.Inflate(data) : null;
        var changed = plain is null ? Pieces.Bytes(data, r) : SomePdf.Deflate(IsText(plain) ? Encoding.Latin1.GetBytes(Tokens(Encoding.Latin1.GetString(plain), r)) : Pieces.Bytes(plain, r));
        var head = Length().Replace(one[..at], "/Length " + changed.Length.ToString(CultureInfo.InvariantCulture) + " ", 1);
        return head + "stream\n" + Encoding.Latin1.GetString(changed) + "\nendstream\nendobj";
    }

    private static bool IsText(byte[] b) => b.AsSpan(0, Math.Min(b.Length, 400)).IndexOfAnyInRange((byte)0, (byte)8) < 0;

    private static string Tokens(string text, Random r) =>
        Encoding.Latin1.GetString(Pieces.Join(Pieces.Change(Pieces.Split(Encoding.Latin1.GetBytes(text), "/[]<>(){}", "[]<>(){} \n\r\t"), r, Dictionaries.Pdf)));

    [GeneratedRegex(@"[0-9]+ [0-9]+ obj\b.*?endobj", RegexOptions.Singleline, 2_000)]
    private static partial Regex Objects();

    [GeneratedRegex("/Root ?[0-9]+ [0-9]+ R", RegexOptions.NonBacktracking)]
    private static partial Regex Root();

    [GeneratedRegex("/Length ?[0-9]+( [0-9]+ R)?", RegexOptions.NonBacktracking)]
    private static partial Regex Length();
}
