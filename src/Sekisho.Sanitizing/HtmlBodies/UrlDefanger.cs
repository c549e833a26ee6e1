using System.Text.RegularExpressions;
using Sekisho.Kernel.Workers;

namespace Sekisho.Sanitizing.HtmlBodies;

/// <summary>Makes addresses written in plain text inert, so that no mail program turns them into links (MB-03).</summary>
internal static partial class UrlDefanger
{
    internal static string Defang(string text, LinkStyle style, string place, FindingLog log)
    {
        if (style == LinkStyle.Show) return text;
        var count = 0;
        var changed = Web().Replace(text, m => { count++; return LinkTarget.Read(m.Value).Shown(style); });
        changed = Bare().Replace(changed, m => { count++; return m.Groups[1].Value + "[.]" + m.Groups[2].Value.Replace(".", "[.]", StringComparison.Ordinal); });
        changed = Other().Replace(changed, m => { count++; return m.Groups[1].Value + "[:]//"; });
        if (count > 0) log.Add("MB-03", FindingAction.Rewritten, place, count);
        return changed;
    }

    [GeneratedRegex(@"(?:https?|ftp):[/\\]{1,3}[^\s<>""'()（）「」『』【】、。，．\u3000]+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Web();

    [GeneratedRegex(@"\b(www)\.([a-z0-9\-]+(?:\.[a-z0-9\-]+)+)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\b(file|smb|ldap|search-ms|ms-[a-z]+)://", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Other();
}
