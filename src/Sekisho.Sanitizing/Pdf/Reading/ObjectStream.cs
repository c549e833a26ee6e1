using Sekisho.Kernel;

namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>A stream that holds objects (ISO 32000 §7.5.7). Object streams never stand in one another (LM-13).</summary>
internal sealed class ObjectStream(byte[] data, List<int> numbers, List<int> offsets)
{
    private readonly Dictionary<int, PdfObj> read = [];

    internal IReadOnlyList<int> Numbers => numbers;

    internal static ObjectStream Open(PdfStream stream, SanitiseBudget budget, Func<PdfObj, PdfObj> resolve, Func<PdfStream, ReadOnlyMemory<byte>>? decrypt = null)
    {
        if ((resolve(stream.Dict["N"]) as PdfNum ?? stream.Dict["N"] as PdfNum) is not { Value: >= 0 } count) throw new PdfDamage("object stream");
        var n = count.Int;
        var first = (resolve(stream.Dict["First"]) as PdfNum ?? stream.Dict["First"] as PdfNum)?.Int ?? throw new PdfDamage("object stream");
        if (n > budget.Limits.Pdf.Objects) throw new FileStop("LM-13", Outcome.Blocked, "objects");
        var data = StreamData.Decode(stream, budget, "object stream", decrypt);
        var lexer = new PdfLexer(data, 0, Math.Min(first, data.Length), false);
        List<int> numbers = new(Math.Min(n, 65_536)), offsets = new(Math.Min(n, 65_536));
        for (var i = 0; i < n; i++)
        {
            if (lexer.Read() is not PdfNum number || lexer.Read() is not PdfNum offset) throw new PdfDamage("object stream");
            numbers.Add(number.Int);
            offsets.Add(checked(first + offset.Int));
        }
        return new(data, numbers, offsets);
    }

    internal PdfObj Read(int number)
    {
        if (read.TryGetValue(number, out var known)) return known;
        var index = numbers.IndexOf(number);
        if (index < 0 || offsets[index] > data.Length) throw new PdfDamage("object stream index");
        var value = new PdfLexer(data, offsets[index], data.Length, true).Read() ?? PdfObj.Null;
        return read[number] = value is PdfWord ? PdfObj.Null : value;
    }

    /// <summary>The object at its place; its number must be the one the index of the file says.</summary>
    internal PdfObj ReadAt(int index, int number)
    {
        if (index < 0 || index >= numbers.Count || numbers[index] != number) throw new PdfDamage("object stream index");
        if (offsets[index] > data.Length) throw new PdfDamage("object stream offset");
        var value = new PdfLexer(data, offsets[index], data.Length, true).Read() ?? PdfObj.Null;
        return value is PdfWord ? PdfObj.Null : value;
    }
}
