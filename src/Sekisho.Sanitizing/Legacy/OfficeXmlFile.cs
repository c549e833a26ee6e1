using System.Security;
using System.Text;
using System.Xml;
using Sekisho.Kernel;
using Sekisho.Sanitizing.Containers;
using Sekisho.Sanitizing.Identification;
using Sekisho.Sanitizing.TextFiles;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Legacy;

/// <summary>
/// XM-01, 14.1: documents of Word 2003, Excel 2003 and OpenDocument written as one XML file. They must parse under LM-11 and LM-12 (no DTD, no entity) before the
/// converter sees them; then they go the way of the old formats. A flat OOXML package is put back into a ZIP and needs no converter.
/// </summary>
internal static class OfficeXmlFile
{
    private const string Word = "http://schemas.microsoft.com/office/word/2003/wordml", Sheet = "urn:schemas-microsoft-com:office:spreadsheet", Open = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string Flat = "http://schemas.microsoft.com/office/2006/xmlPackage", RelationshipType = "application/vnd.openxmlformats-package.relationships+xml";
    private static readonly string[] Namespaces = [Word, Sheet, Open, Flat];

    /// <summary>The old format whose way it goes; null for one no converter reads.</summary>
    /// <exception cref="FileStop">LM-11, LM-12.</exception>
    internal static FileKind? Twin(byte[] b, SanitiseLimits limits, string place)
    {
        if (b.LongLength > limits.XmlBytes || TextGuess.Read(b) is not { } guess) return null;
        var root = StrictXml.ParseText(guess.Text, limits, place, static _ => { });
        return root switch
        {
            _ when root.Is(Word, "wordDocument") => FileKind.Doc,
            _ when root.Is(Sheet, "Workbook") => FileKind.Xls,
            _ when root.Is(Open, "document") => root.Get("mimetype", Open) switch
            {
                "application/vnd.oasis.opendocument.text" => FileKind.Doc,
                "application/vnd.oasis.opendocument.spreadsheet" => FileKind.Xls,
                "application/vnd.oasis.opendocument.presentation" => FileKind.Ppt,
                _ => null,
            },
            _ => null,
        };
    }

    /// <summary>The package a flat one stands for (ISO/IEC 29500 parts as elements of one file): the same parts as a ZIP. Null for any other file.</summary>
    /// <exception cref="FileStop">LM-11, LM-12; OX-26 for parts without name or content.</exception>
    internal static byte[]? Package(byte[] b, SanitiseLimits limits, string place)
    {
        if (b.LongLength > limits.XmlBytes || TextGuess.Read(b) is not { } guess || !StrictXml.ParseText(guess.Text, limits, place, static _ => { }).Is(Flat, "package")) return null;
        var types = new StringBuilder("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"" + RelationshipType + "\"/>");
        var zip = new ZipWriter();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        using var reader = XmlReader.Create(new StringReader(guess.Text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.ReadToFollowing("part", Flat))
        {
            var (name, type) = (reader.GetAttribute("name", Flat) ?? "", reader.GetAttribute("contentType", Flat) ?? "");
            if (name is not ['/', _, ..] || !names.Add(name) || names.Count > limits.EntriesPerArchive || Content(reader) is not { } data) throw new FileStop("OX-26", Outcome.Blocked, place);
            if (type != RelationshipType) types.Append("<Override PartName=\"").Append(SecurityElement.Escape(name)).Append("\" ContentType=\"").Append(SecurityElement.Escape(type)).Append("\"/>");
            zip.Add(name[1..], data);
        }
        zip.Add("[Content_Types].xml", Encoding.UTF8.GetBytes(types.Append("</Types>").ToString()));
        return zip.Finish();
    }

    private static byte[]? Content(XmlReader reader)
    {
        using var part = reader.ReadSubtree();
        while (part.Read())
            if (part.NodeType == XmlNodeType.Element && part.NamespaceURI == Flat && part.LocalName is "xmlData") return Encoding.UTF8.GetBytes(part.ReadInnerXml());
            else if (part.NodeType == XmlNodeType.Element && part.NamespaceURI == Flat && part.LocalName is "binaryData") return Convert.FromBase64String(part.ReadElementContentAsString());
        return null;
    }

    /// <summary>An office program would open a file with this root as a document.</summary>
    internal static bool IsOffice(XElem root) => Namespaces.Contains(root.Ns, StringComparer.Ordinal) && (root.Ns != Open || root.Name is "document");
}
