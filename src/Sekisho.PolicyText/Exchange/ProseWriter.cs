using System.Text;

namespace Sekisho.PolicyText.Exchange;

/// <summary>The clauses as plain lines, as 例規集 prints them: an article's caption above its number, everything else behind its number.</summary>
public static class ProseWriter
{
    public static string Write(ParsedPolicy policy)
    {
        var text = new StringBuilder();
        foreach (var clause in policy.All)
        {
            var isArticle = clause.Level == ClauseLevel.Article;
            if (isArticle && clause.Caption.Length > 0) text.Append('(').Append(clause.Caption).Append(")\n");
            string[] words = isArticle ? [clause.PrintedLabel, clause.Text] : [clause.PrintedLabel, clause.Caption, clause.Text];
            var line = string.Join(' ', words.Where(w => w.Length > 0));
            if (line.Length > 0) text.Append(line).Append('\n');
        }
        return text.ToString();
    }
}
