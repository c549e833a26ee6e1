using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Containers;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Odf;

/// <summary>The package around the documents: what its manifest says (OD-09, OD-10) and what of it stays behind (OD-01, OD-03, OD-08).</summary>
internal static class OdfPackage
{
    internal static void Check(StrictZip zip, IReadOnlyDictionary<string, ZipEntry> entries, string mimeType, FindingLog log)
    {
        if (!entries.TryGetValue("META-INF/manifest.xml", out var entry)) throw OdfRebuilder.Conflict("META-INF/manifest.xml");
        if (zip.Entries[0].Method != 0 || !zip.Entries[0].RawName.AsSpan().SequenceEqual("mimetype"u8)) log.Add("OD-10", FindingAction.Rewritten, "mimetype");
        var files = StrictXml.Parse(zip.Read(entry, "META-INF/manifest.xml"), zip.Limits, "META-INF/manifest.xml").Children.ToList();
        if (files.Any(f => f.First("encryption-data") is not null) || entries.ContainsKey("encrypted-package")) throw new FileStop("OD-09", Outcome.Held, "META-INF/manifest.xml");
        var root = files.FirstOrDefault(f => f.Get("full-path", OdfAllow.Manifest) is "/");
        if (root?.Get("media-type", OdfAllow.Manifest) != mimeType) throw OdfRebuilder.Conflict("META-INF/manifest.xml");
        foreach (var name in (string[])["META-INF/documentsignatures.xml", "META-INF/macrosignatures.xml"])
            if (entries.ContainsKey(name)) log.Add("OX-23", FindingAction.Removed, name, 1, ("name", "未検証"));
    }

    internal static void ReportLeft(IEnumerable<string> names, FindingLog log)
    {
        foreach (var name in names)
        {
            if (name is "mimetype" or "META-INF/manifest.xml" or "META-INF/documentsignatures.xml" or "META-INF/macrosignatures.xml") continue;
            if (name.StartsWith("Basic/", StringComparison.Ordinal) || name.StartsWith("Scripts/", StringComparison.Ordinal) || name.StartsWith("Dialogs/", StringComparison.Ordinal)) log.Add("OD-01", FindingAction.Removed, name);
            else if (name.StartsWith("Object", StringComparison.Ordinal) && !name.StartsWith("ObjectReplacements/", StringComparison.Ordinal) && !name.EndsWith("meta.xml", StringComparison.Ordinal) && !name.EndsWith("settings.xml", StringComparison.Ordinal)) log.Add("OD-03", FindingAction.Removed, name);
            // The writer's own settings and preview stand in every file: kept in mind, no removal worth a word to people.
            else log.Add("OD-08", name.StartsWith("Configurations2/", StringComparison.Ordinal) && name.Length > 16 || name.StartsWith("Pictures/", StringComparison.Ordinal) ? FindingAction.Removed : FindingAction.Kept, name);
        }
    }
}
