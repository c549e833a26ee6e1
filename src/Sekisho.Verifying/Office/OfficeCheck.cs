using System.Text;
using Sekisho.Verifying.Pictures;
using Sekisho.Verifying.Xml;
using Sekisho.Verifying.Zip;

namespace Sekisho.Verifying.Office;

/// <summary>An OOXML package of ours: known kinds of entry only, content types and relationships of a fixed set, and no forbidden word in any part.</summary>
internal static class OfficeCheck
{
    // Raw bytes that have no business in any part, whatever its name.
    private static readonly byte[][] RawTokens =
    [
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "vbaProject"u8.ToArray(), "_VBA_PROJECT"u8.ToArray(), "activeX"u8.ToArray(), "macroEnabled"u8.ToArray(), "Ole10Native"u8.ToArray(), "webextension"u8.ToArray(),
        "ppaction://program"u8.ToArray(), "ppaction://macro"u8.ToArray(), "ppaction://hlinkfile"u8.ToArray(), "ppaction://ole"u8.ToArray(), "ppaction://media"u8.ToArray(), "<!DOCTYPE"u8.ToArray(), "<!ENTITY"u8.ToArray(), "<script"u8.ToArray(), "customUI"u8.ToArray(),
    ];

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
            if (name is "[Content_Types].xml") TypesCheck.Run(data, type, names, at, report);
            else if (name.EndsWith(".rels", StringComparison.Ordinal)) RelsCheck.Run(data, name, names, at, report);
            else if (name.EndsWith(".xml", StringComparison.Ordinal) || name.EndsWith(".vml", StringComparison.Ordinal)) PartCheck.Run(new XmlScan(data, at), type, at, report);
            else if (name.Contains("/media/", StringComparison.Ordinal) && name.EndsWith(".png", StringComparison.Ordinal)) PngCheck.Run(data, at, report);
            else if (name.Contains("/media/", StringComparison.Ordinal) && name.EndsWith(".jpeg", StringComparison.Ordinal)) JpegCheck.Run(data, at, report);
            else report.Add("entry", at);
        }
    }
}
