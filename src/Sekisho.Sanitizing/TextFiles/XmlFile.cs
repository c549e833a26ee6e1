using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Legacy;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.TextFiles;

/// <summary>
/// XM-01: an XML file of no office program. It must parse under LM-11 and LM-12 (no DTD, no entity); then it is an inert text and is given as one, in its own
/// encoding and with its own prefixes, which programs compare inside values. The name of a standard's DTD (JP-08) and of a style sheet beside the file (JP-09) go.
/// </summary>
internal static class XmlFile
{
    // 電子納品要領 of the ministries: INDE_D04.DTD, DRAW04.DTD, PHOTO05.DTD … The rest of the name is a version.
    private static readonly string[] Delivery = ["INDE", "INDEX", "DRAW", "PLAN", "MEET", "OTHR", "PHOTO", "REPORT", "SURV", "BED", "BRG", "BORING", "GEO", "GRNDTST", "COORD", "ICON", "RIMG", "FACILITY", "MAINT", "ONSITE", "PROC", "SPEC", "BIM", "CIM"];

    // Vocabularies a browser runs when it opens an XML file, wherever in the tree they stand.
    private static readonly string[] Live = ["http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg", "http://www.w3.org/1999/XSL/Transform", "http://www.w3.org/TR/WD-xsl", "http://www.w3.org/2001/XInclude"];

    internal static byte[] Rebuild(byte[] bytes, string place, SanitiseLimits limits, FindingLog log)
    {
        var guess = TextFile.Read(bytes, place, log);
        var clean = TextCleaner.Clean(guess.Text, place, log).TrimStart('\uFEFF');
        var plain = WithoutSheets(WithoutDoctype(clean, place, log), place, log);
        var root = StrictXml.ParseText(plain, limits, place);
        if (OfficeXmlFile.IsOffice(root) || root.SelfAndBelow().Any(e => Live.Contains(e.Ns, StringComparer.Ordinal))) throw new FileStop("XM-01", Outcome.Blocked, place);
        if (plain.Length != clean.Length && root.SelfAndBelow().Any(e => e.Ns is "http://www.w3.org/2000/09/xmldsig#")) log.Add("JP-09", FindingAction.Rewritten, place);
        return TextFile.Encode(guess.IsForeign ? InUtf8(plain) : plain, guess, place, log);
    }

    /// <summary>The declaration names what is written.</summary>
    private static string InUtf8(string text)
    {
        var end = text.StartsWith("<?xml", StringComparison.Ordinal) ? text.IndexOf("?>", StringComparison.Ordinal) : -1;
        return end < 0 ? text : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text[(end + 2)..];
    }

    private static string WithoutDoctype(string text, string place, FindingLog log)
    {
        if (Doctype.Find(text, place) is not { } type) return text;
        if (type.Subset is not null || type.PublicId is not null || type.SystemId is not { } name || !IsDelivery(name)) throw new FileStop("LM-12", Outcome.Blocked, place);
        log.Add("JP-08", FindingAction.Removed, place, 1, ("name", name));
        return type.Without(text);
    }

    private static bool IsDelivery(string name)
    {
        if (!name.EndsWith(".dtd", StringComparison.OrdinalIgnoreCase)) return false;
        var stem = name[..^4].ToUpperInvariant();
        return stem.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_') && Delivery.Any(d => stem.StartsWith(d, StringComparison.Ordinal)) && stem.Any(char.IsAsciiDigit);
    }

    /// <summary>A style sheet named by a plain file name is what e-Gov and delivery folders bring for people to read; any other address stays and stops the file.</summary>
    private static string WithoutSheets(string text, string place, FindingLog log)
    {
        for (var at = text.IndexOf("<?xml-stylesheet", StringComparison.Ordinal); at >= 0; at = text.IndexOf("<?xml-stylesheet", at, StringComparison.Ordinal))
        {
            var end = text.IndexOf("?>", at, StringComparison.Ordinal);
            // Only in the prolog: behind the root element it is part of something else and the parser decides.
            if (end < 0 || text.AsSpan(0, at).IndexOf("</") >= 0 || Address(text[at..end]) is not { } name || name.AsSpan().IndexOfAny(":/\\%&") >= 0) return text;
            log.Add("JP-09", FindingAction.Removed, place, 1, ("name", name));
            text = text[..at] + text[(end + 2)..].TrimStart('\r', '\n');
        }
        return text;
    }

    private static string? Address(string instruction)
    {
        var at = instruction.IndexOf("href", StringComparison.Ordinal);
        var open = at < 0 ? -1 : instruction.AsSpan(at).IndexOfAny('"', '\'');
        if (open < 0) return null;
        var close = instruction.IndexOf(instruction[at + open], at + open + 1);
        return close < 0 ? null : instruction[(at + open + 1)..close];
    }
}
