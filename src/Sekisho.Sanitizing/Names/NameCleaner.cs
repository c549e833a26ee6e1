using System.Globalization;
using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;

namespace Sekisho.Sanitizing.Names;

/// <summary>Rules NM-04…NM-13 for one name without folders. Stops the file for names that lie about their extension or point at hidden data.</summary>
internal static class NameCleaner
{
    private const int MaxBytes = 255, MaxCharacters = 200, MaxMarks = 4;

    internal static CleanedName Clean(string name, FindingLog log)
    {
        var text = BaseName(name, log);
        text = WithoutControls(text, log);
        text = WithoutDirection(text, log);
        text = WithoutInvisible(text, log);
        CheckStreams(text);
        text = Reserved(text, log);
        text = Shorten(text, log);
        var extension = Extension(text, log);
        if (text.Length == 0) text = "名称なし";
        return new(text, extension);
    }

    /// <summary>NM-07: the last segment, split after decoding so that 0x5C inside a CP932 character is no separator.</summary>
    private static string BaseName(string name, FindingLog log)
    {
        var cut = name.LastIndexOfAny(['/', '\\', '\u2215', '\u2044', '\uFF0F', '\uFF3C']) + 1;
        if (cut == 0) return name;
        log.Add("NM-07", FindingAction.Rewritten, name);
        return name[cut..];
    }

    private static string WithoutControls(string text, FindingLog log)
    {
        var kept = new string([.. text.Where(c => !char.IsControl(c) && c is not ('\u2028' or '\u2029'))]);
        if (kept.Length != text.Length) log.Add("NM-12", FindingAction.Removed, text, text.Length - kept.Length);
        return kept;
    }

    private static string WithoutDirection(string text, FindingLog log)
    {
        if (!text.Any(IsDirection)) return text;
        var kept = new string([.. text.Where(c => !IsDirection(c))]);
        // An override before the last dot makes the screen show another extension than the system uses: "書類\u202Efdp.exe".
        if (text.Any(c => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069') && ExtensionOf(kept).Length > 0)
            throw new FileStop("NM-04", Outcome.Blocked, text);
        log.Add("NM-04", FindingAction.Removed, text, text.Length - kept.Length);
        return kept;
    }

    private static bool IsDirection(char c) => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F' or '\u061C';

    private static string WithoutInvisible(string text, FindingLog log)
    {
        var b = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (!IsInvisible(rune)) b.Append(rune.Value is 0xA0 or 0x2007 or 0x202F ? " " : rune.ToString());
        var kept = b.ToString();
        var dot = kept.LastIndexOf('.');
        // Many spaces push the real extension out of sight.
        if (dot > 0) kept = kept[..dot].TrimEnd(' ', '\u3000') + kept[dot..];
        kept = kept.TrimEnd(' ', '.', '\u3000').TrimStart(' ', '\u3000');
        if (!string.Equals(kept, text, StringComparison.Ordinal)) log.Add("NM-05", FindingAction.Removed, text);
        return kept;
    }

    private static bool IsInvisible(Rune r) => r.Value is 0x200B or 0x200C or 0x200D or 0x2060 or 0xFEFF or 0xAD or 0x180E
        or >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF or >= 0xE0000 and <= 0xE007F;

    private static void CheckStreams(string text)
    {
        var brace = text.LastIndexOf(".{", StringComparison.Ordinal);
        if (brace >= 0 && text.EndsWith('}')) throw new FileStop("NM-09", Outcome.Blocked, text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 1 && (text.IndexOf('.', 0, colon) >= 0 || text.Contains(":$", StringComparison.Ordinal))) throw new FileStop("NM-09", Outcome.Blocked, text);
    }

    private static string Reserved(string text, FindingLog log)
    {
        var lower = text.ToLowerInvariant();
        if (lower is "desktop.ini" or "autorun.inf" or "thumbs.db") throw new FileStop("NM-08", Outcome.Blocked, text);
        var kept = new string([.. text.Select(c => c is '<' or '>' or ':' or '"' or '|' or '?' or '*' ? '_' : c)]);
        var stem = lower.Split('.')[0].TrimEnd().Normalize(NormalizationForm.FormKC);
        if (stem is "con" or "prn" or "aux" or "nul" || stem.Length == 4 && (stem.StartsWith("com", StringComparison.Ordinal) || stem.StartsWith("lpt", StringComparison.Ordinal)) && char.IsAsciiDigit(stem[3]))
            kept = "_" + kept;
        if (!string.Equals(kept, text, StringComparison.Ordinal)) log.Add("NM-08", FindingAction.Rewritten, text);
        return kept;
    }

    private static string Shorten(string text, FindingLog log)
    {
        var b = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks <= MaxMarks) b.Append(rune.ToString());
        }
        var kept = b.ToString();
        var extension = ExtensionOf(kept) is { Length: > 0 and <= 16 } e ? "." + e : "";
        var stem = kept[..^extension.Length];
        while (stem.Length + extension.Length > MaxCharacters || Encoding.UTF8.GetByteCount(stem) + Encoding.UTF8.GetByteCount(extension) > MaxBytes)
            stem = stem[..LastCharacter(stem)];
        kept = stem + extension;
        if (!string.Equals(kept, text, StringComparison.Ordinal)) log.Add("NM-10", FindingAction.Rewritten, text);
        return kept;
    }

    private static int LastCharacter(string stem)
    {
        var at = 0;
        var elements = StringInfo.GetTextElementEnumerator(stem);
        while (elements.MoveNext()) at = elements.ElementIndex;
        return at;
    }

    private static string Extension(string text, FindingLog log)
    {
        var raw = ExtensionOf(text);
        var folded = LookAlikes.Fold(raw);
        // NFKC turns the one-dot leader and the full-width dot into a dot: what follows is what a careless program takes as the type.
        var whole = LookAlikes.Fold(text);
        var last = ExtensionOf(whole);
        if (!string.Equals(raw.ToLowerInvariant(), last, StringComparison.Ordinal)) log.Add("NM-06", FindingAction.Kept, text);
        return last.Length > 0 ? last : folded;
    }

    private static string ExtensionOf(string text) => text.LastIndexOf('.') is >= 0 and var dot ? text[(dot + 1)..] : "";
}
