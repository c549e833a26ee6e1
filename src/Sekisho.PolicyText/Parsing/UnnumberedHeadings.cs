namespace Sekisho.PolicyText.Parsing;

/// <summary>
/// Headings of a text that numbers nothing: those marked by the extraction ("##", from a Web page or a word processor), else short lines set apart
/// above complete sentences. Only when there are several.
/// </summary>
internal sealed class UnnumberedHeadings
{
    private const int LeastMarked = 2;
    private const int LeastUnmarked = 3;
    private readonly Dictionary<int, int> depths = [];

    public UnnumberedHeadings(IReadOnlyList<SourceLine> lines)
    {
        var marked = lines.Where(l => l.HeadingDepth > 0 && MarkerReader.Read(l.Text) is null && Headings.Bracketed(l.Text) is null && !Headings.IsContentsTitle(l)).ToList();
        var outermost = marked.GroupBy(l => l.HeadingDepth).Where(g => g.Count() >= LeastMarked).Select(g => g.Key).DefaultIfEmpty(0).Min();
        if (outermost > 0) foreach (var line in marked.Where(l => l.HeadingDepth >= outermost)) depths[line.Number] = line.HeadingDepth - outermost;
        else if (lines.All(l => l.HeadingDepth == 0)) FindUnmarked(lines);
    }

    public bool Exist => depths.Count > 0;

    /// <summary>0 for the outermost headings; null for a line that is none.</summary>
    public int? DepthOf(SourceLine line) => depths.TryGetValue(line.Number, out var depth) ? depth : null;

    private void FindUnmarked(IReadOnlyList<SourceLine> lines)
    {
        var found = new List<int>();
        for (var i = 1; i + 1 < lines.Count; i++)
        {
            if (IsHeadingLike(lines[i]) && lines[i].Gap > 0 && Characters.EndsSentence(lines[i + 1].Text) && (Characters.EndsSentence(lines[i - 1].Text) || i < 4)) found.Add(lines[i].Number);
        }
        if (found.Count < LeastUnmarked) return;
        foreach (var number in found) depths[number] = 0;
    }

    private static bool IsHeadingLike(SourceLine line) =>
        !line.HasTab && !line.IsListed && Headings.MayBeHeading(line.Text) && !Headings.EndsOpen(line.Text) && !Headings.IsMeta(line.Text) && MarkerReader.Read(line) is null
        && !Headings.EndsWithDocumentKind(line.Text);
}
