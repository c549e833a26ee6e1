namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>A dictionary; the key without its slash. A key written twice has its last value, as most readers take it.</summary>
internal sealed class PdfDict : PdfObj
{
    internal Dictionary<string, PdfObj> Items { get; } = new(StringComparer.Ordinal);

    internal PdfObj this[string key]
    {
        get => Items.TryGetValue(key, out var value) ? value : Null;
        set => Items[key] = value;
    }

    internal bool Has(string key) => Items.ContainsKey(key);
}
