using System.Text;
using Sekisho.Sanitizing.Containers;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Office;

/// <summary>Collects the written parts and packs them: content types first, only the lines in use, one relationship part each, ordinal order.</summary>
internal sealed class PackageOutput
{
    private static readonly Dictionary<string, string> TypePrefix = new(StringComparer.Ordinal) { [OfficeNs.ContentTypes] = "" };
    private static readonly Dictionary<string, string> RelPrefix = new(StringComparer.Ordinal) { [OfficeNs.Relationships] = "" };
    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> types = new(StringComparer.Ordinal);

    internal void Add(string name, string contentType, byte[] xml, IReadOnlyList<(string Id, string Type, string Target, bool External)> rels)
    {
        files[name] = xml;
        types[name] = contentType;
        if (rels.Count > 0) files[RelsName(name)] = Relationships(rels);
    }

    internal void AddPicture(string name, byte[] bytes) => files[name] = bytes;

    internal byte[] Finish(string main, string mainType)
    {
        List<(string, string, string, bool)> roots = [("rId1", mainType, main, false)];
        if (files.ContainsKey(CoreProperties.Name)) roots.Add(("rId2", CoreProperties.Relationship, CoreProperties.Name, false));
        files["_rels/.rels"] = Relationships(roots);
        var writer = new ZipWriter();
        writer.Add("[Content_Types].xml", ContentTypes());
        foreach (var (name, data) in files) writer.Add(name, data, stored: name.Contains("/media/", StringComparison.Ordinal));
        return writer.Finish();
    }

    private byte[] ContentTypes()
    {
        var root = new XElem(OfficeNs.ContentTypes, "Types");
        AddType(root, "Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        foreach (var (extension, type) in (ReadOnlySpan<(string, string)>)[("jpeg", "image/jpeg"), ("png", "image/png")])
            if (files.Keys.Any(f => f.EndsWith("." + extension, StringComparison.Ordinal))) AddType(root, "Default", "Extension", extension, type);
        foreach (var (name, type) in types) AddType(root, "Override", "PartName", "/" + name, type);
        return XmlWriting.Write(root, TypePrefix);
    }

    private static void AddType(XElem root, string element, string key, string value, string type)
    {
        var e = new XElem(OfficeNs.ContentTypes, element);
        e.Set(key, value);
        e.Set("ContentType", type);
        root.Nodes.Add(e);
    }

    private static byte[] Relationships(IReadOnlyList<(string Id, string Type, string Target, bool External)> rels)
    {
        var root = new XElem(OfficeNs.Relationships, "Relationships");
        foreach (var (id, type, target, external) in rels)
        {
            var e = new XElem(OfficeNs.Relationships, "Relationship");
            e.Set("Id", id);
            e.Set("Type", type);
            e.Set("Target", target);
            if (external) e.Set("TargetMode", "External");
            root.Nodes.Add(e);
        }
        return XmlWriting.Write(root, RelPrefix);
    }

    private static string RelsName(string part) => part.LastIndexOf('/') is var slash ? part[..(slash + 1)] + "_rels/" + part[(slash + 1)..] + ".rels" : part;
}
