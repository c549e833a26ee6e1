using Sekisho.Conformity.Judging;

namespace Sekisho.Policy.Board;

/// <summary>One article with a cell for each column; null = nothing of it concerns that column.</summary>
public sealed record BoardRow(ArticleResult Article, string Number, string Caption, IReadOnlyList<Cell?> Cells)
{
    public string Path => Article.Path.ToString();
}
