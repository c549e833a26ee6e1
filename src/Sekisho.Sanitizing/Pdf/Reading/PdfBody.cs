namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>One "n g obj … endobj" at an offset.</summary>
internal static class PdfBody
{
    /// <param name="resolve">Gives the length of a stream when it is a reference; null where references cannot be followed yet.</param>
    /// <returns>The object's number, and the object; a stream still encoded.</returns>
    internal static (int Number, PdfObj Value) ReadAt(byte[] b, int offset, Func<PdfRef, PdfObj>? resolve)
    {
        if (offset < 0 || offset >= b.Length) throw new PdfDamage("offset");
        var lexer = new PdfLexer(b, offset, b.Length, true);
        if (lexer.Read() is not PdfNum { IsInteger: true } number || lexer.Read() is not PdfNum { IsInteger: true } generation || lexer.Read() is not PdfWord { Value: "obj" }) throw new PdfDamage("object");
        var value = lexer.Read() ?? throw new PdfDamage("object");
        if (value is PdfWord { Value: "endobj" }) return (number.Int, PdfObj.Null);
        if (value is PdfWord) throw new PdfDamage("object");
        if (value is not PdfDict dict) return (number.Int, value);
        lexer.SkipSpace();
        if (!b.AsSpan(lexer.At).StartsWith("stream"u8)) return (number.Int, dict);
        var start = lexer.At + 6;
        if (start < b.Length && b[start] == 13) start++;
        if (start < b.Length && b[start] == 10) start++;
        return (number.Int, new PdfStream(dict, b.AsMemory(start, Length(b, start, dict, resolve)), number.Int, generation.Int));
    }

    private static int Length(byte[] b, int start, PdfDict dict, Func<PdfRef, PdfObj>? resolve)
    {
        var said = dict["Length"] is PdfRef reference ? resolve?.Invoke(reference) : dict["Length"];
        if (said is PdfNum { Value: >= 0 } length && start + (long)length.Int <= b.Length && EndsAt(b, start + length.Int)) return length.Int;
        // A wrong length (PD-16): up to the word that ends every stream.
        var found = b.AsSpan(start).IndexOf("endstream"u8);
        if (found < 0) found = b.AsSpan(start).IndexOf("endobj"u8);
        if (found < 0) throw new PdfDamage("stream");
        if (found > 0 && b[start + found - 1] == 10) found--;
        if (found > 0 && b[start + found - 1] == 13) found--;
        return found;
    }

    private static bool EndsAt(byte[] b, int at)
    {
        for (var n = 0; at < b.Length && n < 4 && PdfLexer.IsSpace(b[at]); n++) at++;
        return b.AsSpan(at).StartsWith("endstream"u8) || b.AsSpan(at).StartsWith("endobj"u8);
    }
}
