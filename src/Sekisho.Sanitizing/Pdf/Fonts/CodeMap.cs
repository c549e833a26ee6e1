using System.Globalization;
using System.Text;
using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf.Fonts;

/// <summary>
/// A CMap (Adobe TN 5014, ISO 32000 §9.7.5, §9.10.3) read as ranges and written as a fresh one: codes to characters for copying, or codes
/// to glyphs. Ranges stay ranges, so nothing grows.
/// </summary>
internal sealed class CodeMap
{
    private const int MaxEntries = 300_000;
    private readonly List<(byte[] Low, byte[] High)> spaces = [];
    private readonly List<(byte[] Low, byte[] High, byte[] Text)> texts = [];
    private readonly List<(byte[] Low, byte[] High, int Glyph)> glyphs = [];
    private int mode;

    /// <summary>Name of the predefined map this one builds on; null without one.</summary>
    internal string? Base { get; private set; }
    internal int WritingMode => mode;
    internal bool IsEmpty => texts.Count == 0 && glyphs.Count == 0 && Base is null;

    internal static CodeMap Read(byte[] data)
    {
        var map = new CodeMap();
        var lexer = new PdfLexer(data, 0, data.Length, false);
        PdfObj? before = null;
        while (lexer.Read() is { } token)
        {
            if (token is PdfWord word)
                switch (word.Value)
                {
                    case "begincodespacerange": map.Pairs(lexer, "endcodespacerange", (low, high) => map.spaces.Add((low, high))); break;
                    case "beginbfchar": map.Entries(lexer, "endbfchar", false, map.Text); break;
                    case "beginbfrange": map.Entries(lexer, "endbfrange", true, map.Text); break;
                    case "begincidchar": map.Entries(lexer, "endcidchar", false, map.Glyph); break;
                    case "begincidrange": map.Entries(lexer, "endcidrange", true, map.Glyph); break;
                    case "usecmap" when before is PdfName name && IsPredefined(name.Value): map.Base = name.Value; break;
                }
            else if (before is PdfName { Value: "WMode" } && token is PdfNum { Value: 1 }) map.mode = 1;
            before = token;
            if (map.texts.Count + map.glyphs.Count + map.spaces.Count > MaxEntries) break;
        }
        return map;
    }

    /// <summary>The names of ISO 32000 table 116 by their form: letters, digits, hyphens, and H or V for the direction.</summary>
    internal static bool IsPredefined(string name) =>
        name.Length is > 0 and <= 32 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-') && (name is "H" or "V" || name.EndsWith("-H", StringComparison.Ordinal) || name.EndsWith("-V", StringComparison.Ordinal));

    private void Pairs(PdfLexer lexer, string end, Action<byte[], byte[]> add)
    {
        while (lexer.Read() is PdfText low && lexer.Read() is PdfText high)
            if (low.Bytes.Length is >= 1 and <= 4 && low.Bytes.Length == high.Bytes.Length && spaces.Count < 100) add(low.Bytes, high.Bytes);
    }

    private void Entries(PdfLexer lexer, string end, bool ranges, Action<byte[], byte[], PdfObj> add)
    {
        while (lexer.Read() is PdfText low)
        {
            var high = ranges ? (lexer.Read() as PdfText)?.Bytes : low.Bytes;
            if (lexer.Read() is not { } target || high is null || target is PdfWord) return;
            if (low.Bytes.Length is >= 1 and <= 4 && high.Length == low.Bytes.Length && texts.Count + glyphs.Count < MaxEntries) add(low.Bytes, high, target);
        }
    }

    private void Text(byte[] low, byte[] high, PdfObj target)
    {
        if (target is PdfText { Bytes.Length: <= 128 } text && Paired(text.Bytes) is { } bytes) texts.Add((low, high, bytes));
        else if (target is PdfList list)
            for (var i = 0; i < Math.Min(list.Count, 256) && Number(low) + i <= Number(high); i++)
                if (list.Items[i] is PdfText { Bytes.Length: <= 128 } one && Paired(one.Bytes) is { } each) texts.Add((Code(Number(low) + i, low.Length), Code(Number(low) + i, low.Length), each));
    }

    /// <summary>UTF-16 has two bytes a unit; some writers give one.</summary>
    private static byte[]? Paired(byte[] text) => text.Length == 0 ? null : text.Length == 1 ? [0, text[0]] : text.Length % 2 == 0 ? text : null;

    private void Glyph(byte[] low, byte[] high, PdfObj target)
    {
        if (target is PdfNum { Value: >= 0 and <= 65_535 } glyph) glyphs.Add((low, high, glyph.Int));
    }

    private static long Number(byte[] code) => code.Aggregate(0L, (value, x) => (value << 8) | x);
    private static byte[] Code(long value, int length) => [.. Enumerable.Range(0, length).Select(i => (byte)((value >> (8 * (length - 1 - i))) & 255))];

    /// <param name="ordering">Character collection, for codes to glyphs; null for codes to text.</param>
    internal byte[] Write(string? ordering)
    {
        var o = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n");
        o.Append("/CIDSystemInfo <</Registry (Adobe) /Ordering (").Append(ordering ?? "UCS").Append(") /Supplement 0>> def\n/CMapName /").Append(ordering is null ? "Text" : "Codes").Append(" def\n/CMapType ").Append(ordering is null ? "2" : "1").Append(" def\n");
        if (mode == 1) o.Append("/WMode 1 def\n");
        if (Base is not null) o.Append('/').Append(Base).Append(" usecmap\n");
        var longest = texts.Select(t => t.Low.Length).Concat(glyphs.Select(g => g.Low.Length)).DefaultIfEmpty(1).Max();
        if (spaces.Count == 0 && Base is null) spaces.Add((new byte[longest], [.. Enumerable.Repeat((byte)255, longest)]));
        Blocks(o, "codespacerange", [.. spaces.Select(s => Hex(s.Low) + " " + Hex(s.High))]);
        Blocks(o, "bfchar", [.. texts.Where(t => Same(t.Low, t.High)).Select(t => Hex(t.Low) + " " + Hex(t.Text))]);
        Blocks(o, "bfrange", [.. texts.Where(t => !Same(t.Low, t.High)).Select(t => Hex(t.Low) + " " + Hex(t.High) + " " + Hex(t.Text))]);
        Blocks(o, "cidchar", [.. glyphs.Where(g => Same(g.Low, g.High)).Select(g => Hex(g.Low) + " " + g.Glyph.ToString(CultureInfo.InvariantCulture))]);
        Blocks(o, "cidrange", [.. glyphs.Where(g => !Same(g.Low, g.High)).Select(g => Hex(g.Low) + " " + Hex(g.High) + " " + g.Glyph.ToString(CultureInfo.InvariantCulture))]);
        return Encoding.ASCII.GetBytes(o.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString());
    }

    private static bool Same(byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b);

    private static string Hex(byte[] bytes) => "<" + Convert.ToHexString(bytes) + ">";

    private static void Blocks(StringBuilder o, string kind, List<string> lines)
    {
        for (var at = 0; at < lines.Count; at += 100)
        {
            var count = Math.Min(100, lines.Count - at);
            o.Append(count.ToString(CultureInfo.InvariantCulture)).Append(" begin").Append(kind).Append('\n');
            for (var i = at; i < at + count; i++) o.Append(lines[i]).Append('\n');
            o.Append("end").Append(kind).Append('\n');
        }
    }
}
