using System.Text.RegularExpressions;
using Sekisho.Kernel.Workers;
using Sekisho.Mime.Charsets;

namespace Sekisho.Sanitizing.HtmlBodies;

/// <summary>HT-07: a page that names another encoding than the one it is read in would be read differently by another program.</summary>
internal static partial class HtmlCharset
{
    private const int Head = 4_096;

    /// <param name="html">The page as decoded.</param>
    /// <param name="used">Label of the encoding it was decoded from.</param>
    /// <param name="place">For the finding.</param>
    /// <param name="log">Gets the finding.</param>
    internal static void Check(string html, string used, string place, FindingLog log)
    {
        if (Meta().Match(html[..Math.Min(html.Length, Head)]) is not { Success: true } meta) return;
        var declared = CharsetLabels.Canonical(meta.Groups[1].Value);
        var read = CharsetLabels.Canonical(used);
        // What is ASCII throughout reads the same in all of them but the escaping ones.
        if (declared == read || (declared is not null and not CharsetLabels.Iso2022Jp && html.All(char.IsAscii))) return;
        log.Add("HT-07", FindingAction.Rewritten, place, 1, ("from", meta.Groups[1].Value), ("to", used));
    }

    [GeneratedRegex("<meta[^>]{0,200}charset\\s{0,9}=\\s{0,9}[\"']?([A-Za-z0-9_.:-]{1,40})", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Meta();
}
