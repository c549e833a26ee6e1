using Sekisho.Verifying.Xml;

namespace Sekisho.Verifying.Office;

/// <summary>docProps/core.xml of ours: five elements of text, no other.</summary>
internal static class PropertiesCheck
{
    internal const string Name = "docProps/core.xml", Relationship = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", ContentType = "application/vnd.openxmlformats-package.core-properties+xml";
    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal) { "coreProperties", "title", "subject", "creator", "created", "modified" };
    private static readonly HashSet<string> Vocabularies = new(StringComparer.Ordinal)
    {
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/", "http://www.w3.org/2001/XMLSchema-instance",
    };

    internal static void Run(XmlScan scan, string place, Report report)
    {
        while (scan.Next() is { } token)
        {
            if (token.Name is null) continue;
            if (!Elements.Contains(token.Local)) report.Add("element:" + token.Local, place);
            foreach (var (name, value) in token.Attributes)
                if (name.StartsWith("xmlns", StringComparison.Ordinal) ? !Vocabularies.Contains(value) : name is not "xsi:type" || value is not "dcterms:W3CDTF") report.Add("attribute:" + name, place);
        }
    }
}
