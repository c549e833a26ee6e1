using System.Text;
using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf.Fonts;

/// <summary>
/// A Type 1 font program read to its numbers and glyphs and written as a fresh program of a fixed form (PD-17). The input's PostScript
/// is never copied. Null when a part does not hold.
/// </summary>
internal sealed class Type1Font
{
    private const int MaxGlyphs = 65_536;
    private static readonly string[] Lists = ["BlueValues", "OtherBlues", "FamilyBlues", "FamilyOtherBlues", "StdHW", "StdVW", "StemSnapH", "StemSnapV"];
    private static readonly string[] Numbers = ["BlueScale", "BlueShift", "BlueFuzz", "LanguageGroup", "ExpansionFactor"];

    private readonly SortedDictionary<int, byte[]> subroutines = [];
    private readonly Dictionary<string, byte[]> glyphs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double[]> hints = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, string> encoding = [];
    private double[] matrix = [0.001, 0, 0, 0.001, 0, 0], box = [0, 0, 0, 0];
    private bool standard = true, bold;
    private int padding = 4;

    internal static byte[]? Rewrite(byte[] bytes)
    {
        var b = WithoutSegments(bytes);
        var mark = b.AsSpan().IndexOf("eexec"u8);
        if (mark < 0) return null;
        var font = new Type1Font();
        try
        {
            font.ReadClear(b[..mark]);
            font.ReadPrivate(Hidden(b, mark + 5));
        }
        catch (Exception e) when (e is FormatException or ArgumentException or IndexOutOfRangeException or PdfDamage) { return null; }
        return font.glyphs.Count == 0 ? null : font.Write();
    }

    /// <summary>Takes the six-byte headers of a PFB out.</summary>
    private static byte[] WithoutSegments(byte[] b)
    {
        if (b.Length < 6 || b[0] != 0x80) return b;
        var output = new MemoryStream();
        for (var at = 0; at + 6 <= b.Length && b[at] == 0x80 && b[at + 1] is 1 or 2;)
        {
            var length = Math.Min(b[at + 2] | (b[at + 3] << 8) | (b[at + 4] << 16), b.Length - at - 6);
            output.Write(b, at + 6, length);
            at += 6 + length;
        }
        return output.ToArray();
    }

    private static byte[] Hidden(byte[] b, int at)
    {
        while (at < b.Length && b[at] is 9 or 10 or 13 or 32) at++;
        var rest = b.AsSpan(at);
        var hex = rest.Length >= 4;
        for (var i = 0; i < 4 && hex; i++) hex = char.IsAsciiHexDigit((char)rest[i]) || rest[i] is 10 or 13 or 32;
        return Type1Cipher.Open(hex ? AsciiFilters.Hex(rest) : rest, Type1Cipher.Program, 4);
    }

    private void ReadClear(byte[] clear)
    {
        var lexer = new PdfLexer(clear, 0, clear.Length, false);
        while (lexer.Read() is { } token)
        {
            if (token is not PdfName name) continue;
            if (name.Value is "FontMatrix" && Bracketed(lexer) is { Length: 6 } m) matrix = m;
            else if (name.Value is "FontBBox" && Bracketed(lexer) is { Length: 4 } bb) box = bb;
            else if (name.Value is "Encoding") ReadEncoding(lexer);
            else if (name.Value is "WeightVector" or "BlendDesignPositions") throw new FormatException("several masters");
        }
    }

    private static double[] Bracketed(PdfLexer lexer)
    {
        var first = lexer.Read();
        if (first is PdfList list) return [.. list.Items.OfType<PdfNum>().Select(n => n.Value)];
        var numbers = new List<double>();
        if (first is PdfWord { Value: "{" })
            while (lexer.Read() is PdfNum n && numbers.Count < 32) numbers.Add(n.Value);
        return [.. numbers];
    }

    private void ReadEncoding(PdfLexer lexer)
    {
        if (lexer.Read() is PdfWord { Value: "StandardEncoding" }) return;
        standard = false;
        while (lexer.Read() is { } token)
        {
            if (token is PdfWord { Value: "def" or "readonly" }) return;
            if (token is PdfWord { Value: "dup" } && lexer.Read() is PdfNum { Value: >= 0 and <= 255 } code && lexer.Read() is PdfName glyph) encoding[code.Int] = glyph.Value;
        }
    }

    private void ReadPrivate(byte[] data)
    {
        var lexer = new PdfLexer(data, 0, data.Length, false);
        PdfObj? third = null, second = null, first = null;
        while (lexer.Read() is { } token)
        {
            if (token is PdfWord reads && first is PdfNum { Value: >= 0 } length && Announces(reads.Value, third, second)) Take(lexer, third, second, length.Int);
            else if (first is PdfName key) ReadHint(key.Value, token);
            if (token is PdfWord { Value: "closefile" }) break;
            (third, second, first) = (second, first, token);
        }
    }

    /// <summary>RD, -| or whatever a font calls the word in front of a program's bytes: known by what stands before it.</summary>
    private static bool Announces(string word, PdfObj? third, PdfObj? second) =>
        word is "RD" or "-|" || (word is not ("array" or "dict" or "def" or "put" or "string" or "index" or "ND" or "NP" or "|-" or "|" or "noaccess" or "readonly" or "{")
            && (second is PdfName { Value: not ("CharStrings" or "Subrs" or "lenIV" or "Private") } || (second is PdfNum && third is PdfWord { Value: "dup" })));

    private void Take(PdfLexer lexer, PdfObj? third, PdfObj? second, int length)
    {
        var at = lexer.At + 1;
        if (at + length > lexer.Data.Length) throw new FormatException("glyph");
        var program = padding < 0 ? lexer.Data.AsSpan(at, length).ToArray() : Type1Cipher.Open(lexer.Data.AsSpan(at, length), Type1Cipher.Glyph, padding);
        lexer.At = at + length;
        if (second is PdfName name) glyphs.TryAdd(Name(name.Value), program);
        else if (second is PdfNum { Value: >= 0 and < MaxGlyphs } index && third is PdfWord { Value: "dup" }) subroutines.TryAdd(index.Int, program);
        if (glyphs.Count > MaxGlyphs) throw new FormatException("glyphs");
    }

    private void ReadHint(string key, PdfObj value)
    {
        if (key is "lenIV" && value is PdfNum n) padding = n.Int;
        else if (key is "ForceBold" && value is PdfBool flag) bold = flag.Value;
        else if (Numbers.Contains(key) && value is PdfNum number) hints.TryAdd(key, [number.Value]);
        else if (Lists.Contains(key) && value is PdfList list) hints.TryAdd(key, [.. list.Items.OfType<PdfNum>().Take(14).Select(i => i.Value)]);
    }

    private byte[] Write()
    {
        var clear = new StringBuilder("%!PS-AdobeFont-1.0: Font\n10 dict begin\n/FontType 1 def\n/PaintType 0 def\n/FontName /Font def\n");
        clear.Append("/FontMatrix [").Append(Joined(matrix)).Append("] readonly def\n/FontBBox {").Append(Joined(box)).Append("} readonly def\n");
        if (standard) clear.Append("/Encoding StandardEncoding def\n");
        else
        {
            clear.Append("/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\n");
            foreach (var (code, glyph) in encoding) clear.Append("dup ").Append(Show.Number(code)).Append(" /").Append(Name(glyph)).Append(" put\n");
            clear.Append("readonly def\n");
        }
        clear.Append("currentdict end\ncurrentfile eexec\n");
        byte[] tail = [10, .. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(new string('0', 64) + "\n", 8)) + "cleartomark\n")];
        return [.. Encoding.ASCII.GetBytes(clear.ToString()), .. Type1Cipher.Close(Private(), Type1Cipher.Program), .. tail];
    }

    /// <summary>Lengths of the three portions, as the font file's dictionary names them.</summary>
    internal static (int Clear, int Hidden, int Zeros) Portions(byte[] made)
    {
        var mark = made.AsSpan().IndexOf("eexec"u8) + 6;
        const int zeros = 1 + (65 * 8) + 12;
        return (mark, made.Length - mark - zeros, zeros);
    }

    private byte[] Private()
    {
        var walker = new Type1Walker(subroutines);
        var o = new MemoryStream();
        Text("dup /Private 16 dict dup begin\n/RD {string currentfile exch readstring pop} executeonly def\n/ND {noaccess def} executeonly def\n/NP {noaccess put} executeonly def\n/password 5839 def\n/MinFeature {16 16} def\n");
        foreach (var key in Lists) if (hints.TryGetValue(key, out var list)) Text("/" + key + " [" + Joined(list) + "] def\n");
        foreach (var key in Numbers) if (hints.TryGetValue(key, out var number)) Text("/" + key + " " + Joined(number) + " def\n");
        if (bold) Text("/ForceBold true def\n");
        Text("/OtherSubrs [{} {} {} {pop 3}] def\n");
        var count = subroutines.Count == 0 ? 0 : subroutines.Keys.Max() + 1;
        Text("/Subrs " + Show.Number(count) + " array\n");
        foreach (var (index, body) in subroutines) Program("dup " + Show.Number(index), body, "NP");
        Text("ND\n2 index /CharStrings " + Show.Number(glyphs.Count) + " dict dup begin\n");
        // endchar behind a width: a glyph that does not hold draws nothing.
        foreach (var (name, body) in glyphs) Program("/" + Name(name), walker.Holds(body) ? body : [139, 139, 13, 14], "ND");
        Text("end\nend\nreadonly put\nnoaccess put\ndup /FontName get exch definefont pop\nmark currentfile closefile\n");
        return o.ToArray();

        void Text(string text) => o.Write(Encoding.ASCII.GetBytes(text));
        void Program(string head, byte[] body, string end)
        {
            var closed = Type1Cipher.Close(body, Type1Cipher.Glyph);
            Text(head + " " + Show.Number(closed.Length) + " RD ");
            o.Write(closed);
            Text(" " + end + "\n");
        }
    }

    private static string Joined(double[] numbers) => string.Join(' ', numbers.Select(PdfWriter.Number));

    private static string Name(string name) => name.Length is > 0 and <= 63 && name.All(c => c is > ' ' and < '\x7F' && PdfLexer.IsRegular((byte)c)) ? name : ".notdef";
}
