using System.Text;
using Sekisho.Verifying.Pictures;
using Sekisho.Verifying.Xml;
using Sekisho.Verifying.Zip;

namespace Sekisho.Verifying.Office;

/// <summary>An OOXML package of ours: known kinds of entry only, content types and relationships of a fixed set, and no forbidden word in any part.</summary>
internal static class OfficeCheck
{
    // Raw bytes that have no business in any part, whatever its name; as words in a text they would be escaped or harmless.
    private static readonly byte[][] RawTokens = [[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "<!DOCTYPE"u8.ToArray(), "<!ENTITY"u8.ToArray(), "<script"u8.ToArray(), "<![CDATA["u8.ToArray()];

    // Words that may stand in a text about macros, but not in a name, a content type or a relationship.
    private static readonly string[] StructureWords = ["vbaProject", "vbaData", "_VBA_", "activeX", "macroEnabled", "webextension", "customUI", "embeddings", "oleObject", "printerSettings", "externalLink", "connections", "ctrlProp", "attachedToolbars", "customXml"];

    internal static void Run(byte[] bytes, string type, string place, Report report)
    {
        var files = WalkedZip.Read(bytes, place);
        if (files.Count == 0 || files[0].Name is not "[Content_Types].xml") throw new Refused(place + ":types-first");
        var names = files.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, data) in files)
        {
            var at = place + "/" + name;
            foreach (var token in RawTokens)
                if (data.AsSpan().IndexOf(token) >= 0) report.Add("token:" + Encoding.ASCII.GetString(token).Replace('\0', ' '), at);
            if (name is "[Content_Types].xml" || name.EndsWith(".rels", StringComparison.Ordinal)) Words(RelsCheck.WithoutLinks(data), at, report);
            Words(name, at, report);
            if (name is "[Content_Types].xml") TypesCheck.Run(data, type, names, at, report);
            else if (name.EndsWith(".rels", StringComparison.Ordinal)) RelsCheck.Run(data, name, names, at, report);
            else if (name is PropertiesCheck.Name) PropertiesCheck.Run(new XmlScan(data, at), at, report);
            else if (name.EndsWith(".xml", StringComparison.Ordinal) || name.EndsWith(".vml", StringComparison.Ordinal)) PartCheck.Run(new XmlScan(data, at), type, at, report);
            else if (name.Contains("/media/", StringComparison.Ordinal) && name.EndsWith(".png", StringComparison.Ordinal)) PngCheck.Run(data, at, report);
            else if (name.Contains("/media/", StringComparison.Ordinal) && name.EndsWith(".jpeg", StringComparison.Ordinal)) JpegCheck.Run(data, at, report);
            else report.Add("entry", at);
        }
    }

    private static void Words(string text, string place, Report report)
    {
        foreach (var word in StructureWords)
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) report.Add("word:" + word, place);
    }
}
