using System.Text;

namespace Sekisho.PolicyText.Exchange;

/// <summary>The clauses as Markdown: headings for the document, its chapters and articles, nested lists for 項 and 号, tables as tables. UTF-8, LF.</summary>
public static class MarkdownWriter
{
    public static byte[] Write(ParsedPolicy policy)
    {
        var text = new StringBuilder();
        foreach (var clause in policy.Roots) Top(text, clause, 2);
        return Encoding.UTF8.GetBytes(text.ToString().TrimEnd() + "\n");
    }

    private static void Top(StringBuilder text, Clause clause, int depth)
    {
        if (clause.Level == ClauseLevel.Title) text.Append("# ").Append(clause.Text).Append("\n\n");
        else if (clause.Level is ClauseLevel.Meta or ClauseLevel.Body or ClauseLevel.Amending or ClauseLevel.Preamble or ClauseLevel.Paragraph) text.Append(Escaped(clause.Text)).Append("\n\n");
        else if (clause.Level == ClauseLevel.Table) Table(text, clause);
        else
        {
            Heading(text, clause, depth);
            foreach (var child in clause.Children)
            {
                if (Review.ReviewLevels.IsChapter(child.Level) || child.Level is ClauseLevel.Article or ClauseLevel.Paragraph or ClauseLevel.Table) Top(text, child, depth + 1);
                else Item(text, child, 0);
            }
            if (text[^2] != '\n') text.Append('\n');
        }
    }

    private static void Heading(StringBuilder text, Clause clause, int depth)
    {
        var words = clause.Level == ClauseLevel.Article && clause.Caption.Length > 0 && clause.PrintedLabel.Length > 0 ? clause.PrintedLabel + "（" + clause.Caption + "）" : (clause.PrintedLabel + " " + clause.Caption).Trim();
        text.Append('#', Math.Min(depth, 6)).Append(' ').Append(words).Append("\n\n");
        if (clause.Text.Length > 0) text.Append(Escaped(clause.Text)).Append("\n\n");
    }

    private static void Item(StringBuilder text, Clause clause, int depth)
    {
        if (clause.Level == ClauseLevel.Table) { Table(text, clause); return; }
        var words = string.Join('　', new[] { clause.PrintedLabel, clause.Caption.Length > 0 ? "**" + clause.Caption + "**" : "", Escaped(clause.Text) }.Where(t => t.Length > 0));
        text.Append(' ', depth * 2).Append("- ").Append(words).Append('\n');
        foreach (var child in clause.Children) Item(text, child, depth + 1);
    }

    private static void Table(StringBuilder text, Clause table)
    {
        if (table.Caption.Length > 0) text.Append(table.Caption).Append("\n\n");
        var rows = ClauseTable.Rows(table);
        var columns = rows.Select(r => r.Count).DefaultIfEmpty(0).Max();
        for (var i = 0; i < rows.Count; i++)
        {
            text.Append("| ").AppendJoin(" | ", rows[i].Concat(Enumerable.Repeat("", columns - rows[i].Count)).Select(c => c.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
            if (i == 0) text.Append('|').Append(string.Concat(Enumerable.Repeat(" --- |", columns))).Append('\n');
        }
        text.Append('\n');
    }

    /// <summary>Characters that would mean something at the start or inside of a line.</summary>
    private static string Escaped(string text) => text.Replace("*", "\\*", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
