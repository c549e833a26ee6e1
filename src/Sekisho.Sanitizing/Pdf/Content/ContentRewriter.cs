using System.Text;
using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf.Content;

/// <summary>
/// Reads a content stream operator by operator and writes those the list names, each with operands of its own kinds (PD-18). Content of
/// layers that are off is read but not written, save what moves the state of text and graphics.
/// </summary>
internal sealed class ContentRewriter(PdfRebuild rebuild, ResourceScope scope)
{
    private const int MaxOperands = 64, MaxNesting = 512;

    private readonly MemoryStream output = new();
    private readonly List<PdfObj> operands = [];
    private readonly Stack<Mark> marks = new();
    private int saved, hidden;
    private bool inText;
    private double mode;
    private readonly Stack<double> modes = new();

    private enum Mark { Plain, Span, Off }

    /// <summary>The stream written anew, every q closed.</summary>
    internal byte[] Run(byte[] content)
    {
        var lexer = new PdfLexer(content, 0, content.Length, false);
        while (lexer.Read() is { } token)
        {
            if (token is not PdfWord word)
            {
                if (operands.Count < MaxOperands) operands.Add(token);
                continue;
            }
            scope.Budget.Spend();
            if (word.Value is "BI") Inline(lexer);
            else Operator(word.Value);
            operands.Clear();
        }
        while (marks.Count > 0) End();
        if (inText) Emit("ET");
        for (; saved > 0; saved--) Emit("Q");
        return output.ToArray();
    }

    private void Operator(string name)
    {
        switch (name)
        {
            case "BMC": marks.Push(Mark.Plain); return;
            case "BDC": Begin(); return;
            case "EMC": End(); return;
            case "q" when ++saved > MaxNesting: throw new FileStop("PD-18", Kernel.Outcome.Blocked, scope.Budget.Place);
            case "q": modes.Push(mode); break;
            case "Q" when saved == 0: return;
            case "Q": saved--; mode = modes.Pop(); break;
            case "BT" when inText: return;
            case "ET" when !inText: return;
            case "BT" or "ET": inText = name is "BT"; break;
        }
        if (!Operators.Operands.TryGetValue(name, out var kinds))
        {
            if (!Operators.IsSilent(name)) scope.Budget.Unknown++;
            return;
        }
        if (hidden > 0 && IsPainting(name))
        {
            // Looked at no further, so that nothing of it is written; a path that is not painted still has to end.
            if (name is not ("Do" or "sh") && !Operators.Shows(name)) Emit("n");
            return;
        }
        if (Fit(name, kinds) is { } fitting) Accept(name, fitting);
    }

    private void Accept(string name, List<PdfObj> fitting)
    {
        if (name is "Tr") mode = ((PdfNum)fitting[0]).Value;
        if (Operators.Shows(name) && mode is 3 or 7) scope.Budget.HiddenText++;
        foreach (var operand in fitting)
        {
            PdfWriter.Write(output, operand);
            output.WriteByte((byte)' ');
        }
        Emit(name);
    }

    private static bool IsPainting(string name) => name is "S" or "s" or "f" or "F" or "f*" or "B" or "B*" or "b" or "b*" or "sh" or "Do" || Operators.Shows(name);

    private void Emit(string name)
    {
        output.Write(Encoding.ASCII.GetBytes(name));
        output.WriteByte(10);
    }

    /// <summary>The last operands, if they are of the kinds asked for; null drops the operator, as viewers do.</summary>
    private List<PdfObj>? Fit(string name, string kinds)
    {
        if (kinds is "*") return Colour();
        if (operands.Count < kinds.Length) return null;
        var fitting = new List<PdfObj>(kinds.Length);
        for (var i = 0; i < kinds.Length; i++)
        {
            if (One(kinds[i], operands[operands.Count - kinds.Length + i]) is not { } value) return null;
            fitting.Add(value);
        }
        return fitting;
    }

    private PdfObj? One(char kind, PdfObj value) => kind switch
    {
        'n' => value as PdfNum,
        's' => value as PdfText,
        'a' => value is PdfList list && list.Items.All(i => i is PdfNum) ? list : null,
        't' => value is PdfList list ? new PdfList([.. list.Items.Where(i => i is PdfNum or PdfText)]) : null,
        'I' => value is PdfName { Value: "AbsoluteColorimetric" or "RelativeColorimetric" or "Saturation" or "Perceptual" } ? value : null,
        'C' => value is PdfName name ? Space(name.Value) : null,
        'F' => Use("Font", value),
        'G' => Use("ExtGState", value),
        'S' => Use("Shading", value),
        _ => Use("XObject", value),
    };

    private PdfName? Use(string category, PdfObj value) => value is PdfName name ? scope.Use(category, name.Value) : null;

    private PdfName? Space(string name) => name is "DeviceGray" or "DeviceRGB" or "DeviceCMYK" or "Pattern" ? new(name) : scope.Use("ColorSpace", name);

    private List<PdfObj>? Colour()
    {
        if (operands.Count == 0) return null;
        var fitting = new List<PdfObj>(operands);
        if (fitting[^1] is PdfName pattern)
        {
            if (scope.Use("Pattern", pattern.Value) is not { } known) return null;
            fitting[^1] = known;
        }
        return fitting.SkipLast(1).Append(fitting[^1] is PdfName ? new PdfNum(0) : fitting[^1]).All(o => o is PdfNum) && fitting.Count <= 33 ? fitting : null;
    }

    /// <summary>Marked content: layers are decided, the text a reader should hear for a span is kept, every other tag goes.</summary>
    private void Begin()
    {
        if (marks.Count > MaxNesting) throw new FileStop("PD-18", Kernel.Outcome.Blocked, scope.Budget.Place);
        var tag = operands.Count > 0 && operands[0] is PdfName name ? name.Value : "";
        var properties = operands.Count < 2 ? PdfObj.Null : operands[1] is PdfName named && rebuild.Doc.Dict(scope.Source["Properties"]) is { } list ? list[named.Value] : operands[1];
        if (tag is "OC" && !rebuild.Layers.IsVisible(properties))
        {
            if (hidden++ == 0) scope.Budget.OffLayers++;
            marks.Push(Mark.Off);
        }
        else if (hidden == 0 && rebuild.Doc.Dict(properties) is { } dict && rebuild.Doc.Resolve(dict["ActualText"]) is PdfText { Bytes.Length: <= 65_536 } text)
        {
            PdfWriter.Write(output, new PdfName("Span"));
            PdfWriter.Write(output, new PdfDict { ["ActualText"] = text });
            Emit("BDC");
            marks.Push(Mark.Span);
        }
        else marks.Push(Mark.Plain);
    }

    private void End()
    {
        if (!marks.TryPop(out var mark)) return;
        if (mark == Mark.Off) hidden--;
        else if (mark == Mark.Span) Emit("EMC");
    }

    private void Inline(PdfLexer lexer)
    {
        if (InlineImage.Read(lexer, scope.Source, rebuild) is not { } picture || hidden > 0) return;
        if (scope.Put(rebuild.Images.Build(picture, scope.Source)) is not { } name) return;
        PdfWriter.Write(output, name);
        output.WriteByte((byte)' ');
        Emit("Do");
    }
}
