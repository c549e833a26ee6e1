namespace Sekisho.Verifying;

/// <summary>Collects what was found; bounded, because the input may be made to fill it.</summary>
internal sealed class Report
{
    private const int MaxLines = 100, MaxLength = 200;
    private readonly List<string> lines = [];

    internal IReadOnlyList<string> Lines => lines;

    internal void Add(string code, string place)
    {
        if (lines.Count >= MaxLines) return;
        var text = code + "@" + place;
        lines.Add(text.Length > MaxLength ? text[..MaxLength] : text);
    }
}
