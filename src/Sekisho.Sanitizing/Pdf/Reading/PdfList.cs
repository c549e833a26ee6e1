namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>An array.</summary>
internal sealed class PdfList(List<PdfObj> items) : PdfObj
{
    internal PdfList() : this(new List<PdfObj>()) { }
    internal PdfList(params ReadOnlySpan<double> numbers) : this(new List<PdfObj>()) { foreach (var n in numbers) Items.Add(new PdfNum(n)); }
    internal List<PdfObj> Items { get; } = items;
    internal int Count => Items.Count;
}
