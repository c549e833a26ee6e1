using Sekisho.Verifying.Xml;

namespace Sekisho.Verifying.Odf;

/// <summary>meta.xml of ours: six elements of text in two that hold them, no other, and no attribute but the version.</summary>
internal static class MetaCheck
{
    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal) { "office:document-meta", "office:meta", "dc:title", "dc:subject", "dc:creator", "dc:date", "meta:initial-creator", "meta:creation-date" };

    internal static void Run(XmlScan scan, string place, Report report)
    {
        while (scan.Next() is { } token)
        {
            if (token.Name is not { } name) continue;
            if (!Elements.Contains(name)) report.Add("element:" + name, place);
            foreach (var (key, value) in token.Attributes)
                if (!key.StartsWith("xmlns", StringComparison.Ordinal) && (key, value) is not ("office:version", "1.3")) report.Add("attribute:" + key, place);
        }
    }
}
