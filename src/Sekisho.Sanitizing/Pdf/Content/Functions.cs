using System.Text;
using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf.Content;

/// <summary>Functions of ISO 32000 §7.10: samples, exponentials, stitches, and the calculator, whose program is written again token by token (PD-18).</summary>
internal sealed class Functions(PdfRebuild rebuild)
{
    private const int MaxDepth = 8;
    private static readonly HashSet<string> Operators = new(StringComparer.Ordinal)
    {
        "abs", "add", "atan", "ceiling", "cos", "cvi", "cvr", "div", "exp", "floor", "idiv", "ln", "log", "mod", "mul", "neg", "round", "sin", "sqrt", "sub", "truncate",
        "and", "bitshift", "eq", "false", "ge", "gt", "le", "lt", "ne", "not", "or", "true", "xor", "if", "ifelse", "copy", "dup", "exch", "index", "pop", "roll",
    };

    /// <summary>The function written anew, or null when it is none.</summary>
    internal PdfObj? Make(PdfObj source, int depth = 0) =>
        depth > MaxDepth ? null : rebuild.Once(source, "function", value => Build(value, depth) is { } built ? rebuild.Out.Add(built) : null);

    private PdfObj? Build(PdfObj value, int depth)
    {
        if (rebuild.Doc.Dict(value) is not { } from) return null;
        var to = new PdfDict();
        var type = (int)(rebuild.Doc.Number(from["FunctionType"]) ?? -1);
        to["FunctionType"] = new PdfNum(type);
        if (!rebuild.CopyNumbers(from, to, "Domain", 2)) return null;
        rebuild.CopyNumbers(from, to, "Range", 2);
        return type switch
        {
            0 => Samples(value, from, to),
            2 => Exponential(from, to),
            3 => Stitch(from, to, depth),
            4 => value is PdfStream program && Calculator(rebuild.Doc.Bytes(program, "function")) is { } text ? PdfWriter.Packed(to, text) : null,
            _ => null,
        };
    }

    private PdfStream? Samples(PdfObj value, PdfDict from, PdfDict to)
    {
        if (value is not PdfStream stream || !rebuild.CopyNumbers(from, to, "Size", 1, 8) || !rebuild.CopyNumber(from, to, "BitsPerSample", 1, 32) || !to.Has("Range")) return null;
        rebuild.CopyNumbers(from, to, "Encode", 2);
        rebuild.CopyNumbers(from, to, "Decode", 2);
        return PdfWriter.Packed(to, rebuild.Doc.Bytes(stream, "function"));
    }

    private PdfDict? Exponential(PdfDict from, PdfDict to)
    {
        rebuild.CopyNumbers(from, to, "C0", 1);
        rebuild.CopyNumbers(from, to, "C1", 1);
        return rebuild.CopyNumber(from, to, "N") ? to : null;
    }

    private PdfDict? Stitch(PdfDict from, PdfDict to, int depth)
    {
        if (rebuild.Doc.List(from["Functions"]) is not { Count: > 0 and <= 256 } parts) return null;
        var built = new PdfList();
        foreach (var part in parts.Items)
        {
            if (Make(part, depth + 1) is not { } one) return null;
            built.Items.Add(one);
        }
        to["Functions"] = built;
        return rebuild.CopyNumbers(from, to, "Bounds", 0, 256) && rebuild.CopyNumbers(from, to, "Encode", 2, 512) ? to : null;
    }

    private static byte[]? Calculator(byte[] program)
    {
        var lexer = new PdfLexer(program, 0, program.Length, false);
        var text = new StringBuilder();
        int depth = 0, tokens = 0;
        while (lexer.Read() is { } token)
        {
            if (++tokens > 10_000) return null;
            switch (token)
            {
                case PdfNum n: text.Append(PdfWriter.Number(n.Value)).Append(' '); break;
                case PdfBool b: text.Append(b.Value ? "true " : "false "); break;
                case PdfWord { Value: "{" } when ++depth <= 20 && (depth > 1 || text.Length == 0): text.Append("{ "); break;
                case PdfWord { Value: "}" } when depth > 0: depth--; text.Append("} "); break;
                case PdfWord word when depth > 0 && Operators.Contains(word.Value): text.Append(word.Value).Append(' '); break;
                default: return null;
            }
        }
        return depth == 0 && text.Length > 0 ? Encoding.ASCII.GetBytes(text.ToString().TrimEnd()) : null;
    }
}
