using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Sekisho.PolicyText;

namespace Sekisho.Tests.PolicyText;

/// <summary>Changes to a text that keep its meaning: other page, other widths, other numbering, headings elsewhere.</summary>
internal static partial class TextMutations
{
    private const int WrappedLine = 40;

    [GeneratedRegex(@"^(?<dash>[-*] )?(?:#+ )?(?<body>.*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bare();
    [GeneratedRegex(@"^(?:第\s*(?<n>[0-9０-９]+)\s*条(?:の[0-9０-９]+)*|第\s*(?<n>[0-9０-９]+)(?=[\s　(（])|(?<n>[0-9０-９]+)[．.])[\s　]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ArticleLabel();
    [GeneratedRegex(@"^[（(](?<caption>[^。]+)[)）]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CaptionLine();

    [GeneratedRegex(@"[.．…・･]{4,}|[\s　]{4,}[0-9０-９]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ContentsLine();

    /// <summary>Rows of a table and of the contents are one line by their nature.</summary>
    private static bool IsOneLine(string line) => line.Contains('\t', StringComparison.Ordinal) || line.Contains('\f', StringComparison.Ordinal) || ContentsLine().IsMatch(line);

    /// <summary>One line a paragraph: a text extracted with its page's line ends is put together first.</summary>
    private static List<string> Paragraphs(string text)
    {
        var lines = text.Split('\n').ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            while (lines[i].Length >= WrappedLine && lines[i][^1] is not (' ' or '。') && i + 1 < lines.Count && IsBreakOfPage(lines, i)) lines.RemoveAt(i + 1);
        }
        return lines;

        static bool IsBreakOfPage(List<string> all, int at)
        {
            var next = at + 1;
            while (next < all.Count && all[next].Trim().Length == 0) next++;
            if (next >= all.Count || next - at != 2 || all[next].Contains('\t', StringComparison.Ordinal) || ArticleLabel().IsMatch(all[next]) || all[next][0] is '(' or '（' or '-' or '①' or '②' or '③') return false;
            if (Regex.IsMatch(all[next], @"^[ア-ン]\s|^[0-9]+\s", RegexOptions.None, TimeSpan.FromSeconds(1))) return false;
            all[at] += all[next].TrimStart();
            all[next] = "";
            return true;
        }
    }

    public static string Rewrap(string text, Random random)
    {
        var width = random.Next(30, 70);
        return string.Join('\n', Paragraphs(text).Select(line => IsOneLine(line) || line.Length <= 26 ? line : Wrap(line, width)));
    }

    private static string Wrap(string line, int width)
    {
        var wrapped = new StringBuilder();
        for (var at = 0; at < line.Length; at += width) wrapped.Append(at > 0 ? "\n" : "").Append(line.AsSpan(at, Math.Min(width, line.Length - at)));
        return wrapped.ToString();
    }

    /// <summary>Page numbers in the middle of sentences and between paragraphs.</summary>
    public static string InsertPageNumbers(string text, Random random)
    {
        var page = 0;
        return string.Join('\n', text.Split('\n').Select(line =>
        {
            if (IsOneLine(line) || line.Length < 34 || random.Next(4) > 0) return line;
            var at = random.Next(28, line.Length - 3);
            if (line[at - 1] is '。' or ' ' || line[at] is ' ' or '。') return line;
            page++;
            var number = random.Next(3) switch { 0 => page.ToString(CultureInfo.InvariantCulture), 1 => $"- {page} -", _ => Wide(page.ToString(CultureInfo.InvariantCulture)) };
            return line[..at] + "\n\n" + number + "\n\n" + line[at..];
        }));
    }

    /// <summary>Digits, brackets, letters and spaces in the other width, each kind by chance.</summary>
    public static string SwapWidths(string text, Random random)
    {
        var (digits, brackets, letters, spaces) = (random.Next(2) == 0, random.Next(2) == 0, random.Next(2) == 0, random.Next(2) == 0);
        return string.Concat(text.Select(c => c switch
        {
            >= '0' and <= '9' when digits => (char)(c - '0' + '０'),
            >= '０' and <= '９' when digits => (char)(c - '０' + '0'),
            '(' when brackets => '（',
            ')' when brackets => '）',
            '（' when brackets => '(',
            '）' when brackets => ')',
            >= 'A' and <= 'Z' when letters => (char)(c - 'A' + 'Ａ'),
            >= 'Ａ' and <= 'Ｚ' when letters => (char)(c - 'Ａ' + 'A'),
            ' ' when spaces => '　',
            _ => c,
        }));
    }

    /// <summary>第n条, 第n and n． written one for the other, in every article's number.</summary>
    public static string Renumber(string text, Random random)
    {
        var scheme = random.Next(3);
        var articles = Articles(text);
        return string.Join('\n', text.Split('\n').Select(line =>
        {
            if (line.Contains('\t', StringComparison.Ordinal) || ArticleLabel().Match(line.TrimStart()) is not { Success: true } label || !articles.Next(label.Value, line.TrimStart()[label.Length..])) return line;
            var n = label.Groups["n"].Value;
            var rest = line.TrimStart()[label.Length..];
            return scheme switch { 0 => $"第{n}条 {rest}", 1 => $"第{n} {rest}", _ => $"{n}．{rest}" };
        }));
    }

    /// <summary>Captions above the number put behind it, headings behind the number put above it in brackets.</summary>
    public static string MoveHeadings(string text, Random random)
    {
        var articles = Articles(text);
        var lines = text.Split('\n').ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var bare = Bare().Match(lines[i].Trim()).Groups["body"].Value;
            if (CaptionLine().Match(bare) is { Success: true } caption && NextText(lines, i) is { } next && ArticleLabel().Match(lines[next].Trim()) is { Success: true } label)
            {
                var rest = lines[next].Trim()[label.Length..];
                var words = caption.Groups["caption"].Value;
                lines[i] = random.Next(3) switch { 0 => $"{label.Value.Trim()} （{words}）\n\n{rest}", 1 => $"{label.Value.Trim()}（{words}） {rest}", _ => $"{label.Value.Trim()} {words}\n\n{rest}" };
                lines[next] = "";
                i = next;
            }
            else if (!IsOneLine(lines[i]) && ArticleLabel().Match(bare) is { Success: true } own && articles.Next(own.Value, bare[own.Length..]) && bare[own.Length..].Trim() is { Length: > 0 and <= 25 } heading)
            {
                lines[i] = $"（{heading}）\n{own.Value.Trim()}";
            }
        }
        return string.Join('\n', lines);
    }

    private static ArticleLines Articles(string text) => new(PolicyParser.Parse(text).All.Where(c => c.Level == ClauseLevel.Article));

    /// <summary>Finds the articles' lines in order: by their label and the heading or text behind it.</summary>
    private sealed class ArticleLines(IEnumerable<Clause> articles)
    {
        private readonly Queue<Clause> left = new(articles);

        public bool Next(string label, string rest)
        {
            if (!left.TryPeek(out var article) || article.PrintedLabel != label.Trim()) return false;
            var own = rest.Trim();
            if (own.Length > 0 && !own.StartsWith(article.Caption, StringComparison.Ordinal) && !own.StartsWith(Head(article), StringComparison.Ordinal)) return false;
            left.Dequeue();
            return true;
        }

        private static string Head(Clause article)
        {
            var text = article.SelfAndBelow().Select(c => c.Text).First(t => t.Length > 0);
            return text[..Math.Min(10, text.Length)];
        }
    }

    private static int? NextText(List<string> lines, int at)
    {
        for (var i = at + 1; i < lines.Count; i++)
        {
            if (lines[i].Trim().Length > 0) return i;
        }
        return null;
    }

    private static string Wide(string digits) => string.Concat(digits.Select(c => (char)(c - '0' + '０')));
}
