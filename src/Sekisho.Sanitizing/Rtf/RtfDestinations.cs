using System.Collections.Frozen;

namespace Sekisho.Sanitizing.Rtf;

/// <summary>What becomes of a group by the word it begins with (RT-01…09). A group marked "ignore if unknown" stays only when it is on the list.</summary>
internal static class RtfDestinations
{
    private static readonly FrozenDictionary<string, string> Dropped = Rules(
        ("RT-01", "object objdata objclass objname objalias objsect objtime"),
        ("RT-04", "template filetbl mailmerge mmdatasource mmheadersource datastore xmlns xmlnstbl background wgrffmtfilter factoidname passwordhash nextfile"),
        ("RT-09", "info rsidtbl revtbl userprops doccomm operator author manager company annotation atnid atnauthor atnref atndate atnicn atntime atnparent generator"),
        ("RT-07", "htmltag mhtmltag htmlbase"));

    private static readonly FrozenSet<string> Kept = ((string[])
    [
        "shppict", "picprop", "blipuid", "listtable", "listoverridetable", "listpicture", "fldinst", "bkmkstart", "bkmkend", "panose", "falt", "cs", "ds", "ts", "tsrowd", "pn", "pnseclvl", "pnaiu",
        "pnaiud", "shpinst", "shptxt", "shprslt", "sp", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "moMath", "mmath", "latentstyles", "pgptbl", "hyphen", "tblstyles",
        "footnote", "ud", "upr", "fname", "nonshppict", "lsdlockedexcept", "keycode", "stylesheet", "do", "pnlvl", "txfieldtext",
    ]).Select(w => w.ToLowerInvariant()).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The rule a group's first word breaks; null when it may stay.</summary>
    internal static string? Rule(string word, bool starred) =>
        Dropped.GetValueOrDefault(word) ?? (!starred || Kept.Contains(word) ? null : "");

    private static FrozenDictionary<string, string> Rules(params (string Rule, string Words)[] rows) =>
        rows.SelectMany(r => r.Words.Split(' ').Select(w => (w, r.Rule))).ToFrozenDictionary(p => p.w, p => p.Rule, StringComparer.Ordinal);
}
