using Sekisho.Sanitizing.Pdf.Content;
using Sekisho.Sanitizing.Pdf.Fonts;
using Sekisho.Sanitizing.Pdf.Images;
using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf;

/// <summary>
/// What one rebuilding run shares: the document read, the document written, and the parts that know one kind of object each. Only what
/// is reached from the pages is written, copied key by key from an allow list (section 10).
/// </summary>
internal sealed class PdfRebuild
{
    private readonly Dictionary<(int Number, string Kind), PdfObj?> made = [];
    private readonly HashSet<(int Number, string Kind)> making = [];

    internal PdfDocument Doc { get; }
    internal FileContext Context { get; }
    internal FindingLog Log { get; }
    internal PdfWriter Out { get; } = new();
    internal Layers Layers { get; }
    internal ColourSpaces Colours { get; }
    internal Functions Functions { get; }
    internal Painting Painting { get; }
    internal FontRebuilder Fonts { get; }
    internal ImageRebuilder Images { get; }
    /// <summary>True when what is written only goes to the renderer: fonts and pictures as they are, no links.</summary>
    internal bool ForDrawing { get; }

    internal PdfRebuild(PdfDocument doc, FileContext context, FindingLog log, bool forDrawing)
    {
        (Doc, Context, Log, ForDrawing) = (doc, context, log, forDrawing);
        Layers = new(doc);
        Functions = new(this);
        Colours = new(this);
        Painting = new(this);
        Fonts = new(this);
        Images = new(this);
    }

    /// <summary>Makes an object once; one that contains itself is left out where the circle closes (PD-18).</summary>
    internal PdfObj? Once(PdfObj source, string kind, Func<PdfObj, PdfObj?> make)
    {
        var value = Doc.Resolve(source);
        var number = value is PdfStream { Number: > 0 } stream ? stream.Number : source is PdfRef reference ? reference.Number : 0;
        if (number == 0) return make(value);
        var key = (number, kind);
        if (made.TryGetValue(key, out var known)) return known;
        if (!making.Add(key))
        {
            Log.Add("PD-18", Kernel.Workers.FindingAction.Removed, kind);
            return null;
        }
        try { return made[key] = make(value); }
        finally { making.Remove(key); }
    }

    /// <summary>Numbers of an array, or null when one is missing or no number.</summary>
    internal double[]? Numbers(PdfObj source, int least = 0, int most = 64)
    {
        if (Doc.List(source) is not { } list || list.Count < least || list.Count > most) return null;
        var numbers = new double[list.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (Doc.Resolve(list.Items[i]) is not PdfNum n) return null;
            numbers[i] = n.Value;
        }
        return numbers;
    }

    /// <summary>Copies an array of numbers under the same key.</summary>
    internal bool CopyNumbers(PdfDict from, PdfDict to, string key, int least = 0, int most = 64)
    {
        if (Numbers(from[key], least, most) is not { } numbers) return false;
        to[key] = new PdfList(numbers);
        return true;
    }

    internal bool CopyNumber(PdfDict from, PdfDict to, string key, double least = int.MinValue, double most = int.MaxValue)
    {
        if (Doc.Number(from[key]) is not { } n || n < least || n > most) return false;
        to[key] = new PdfNum(n);
        return true;
    }

    internal void CopyFlag(PdfDict from, PdfDict to, string key)
    {
        if (Doc.Resolve(from[key]) is PdfBool b) to[key] = PdfObj.Of(b.Value);
    }

    internal void CopyName(PdfDict from, PdfDict to, string key, params ReadOnlySpan<string> allowed)
    {
        if (Doc.Name(from[key]) is { } name && allowed.Contains(name)) to[key] = new PdfName(name);
    }
}
