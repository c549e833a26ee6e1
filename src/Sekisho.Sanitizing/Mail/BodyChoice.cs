namespace Sekisho.Sanitizing.Mail;

/// <summary>MB-01: which of two versions of a body carries the message, and what only the HTML version says.</summary>
internal static class BodyChoice
{
    private const string OnlyInHtml = "――― HTML版にのみ書かれていた内容 ―――";

    internal static string Choose(string plain, string html, int plainShare)
    {
        var (p, h) = (Squeeze(plain), Squeeze(html));
        if (h.Length == 0) return plain;
        if (p.Length == 0 || (long)p.Length * 100 < (long)h.Length * plainShare) return html;
        var missing = html.Split('\n').Where(l => Squeeze(l) is { Length: > 1 } s && !p.Contains(s, StringComparison.Ordinal)).ToList();
        // A plain part that was wrapped by its program differs in nothing but line ends: compared without blanks it holds every line.
        return missing.Count == 0 ? plain : plain + "\n\n" + OnlyInHtml + "\n" + string.Join('\n', missing.Select(l => l.Trim()));
    }

    private static string Squeeze(string text) => new([.. text.Where(char.IsLetterOrDigit)]);
}
