using System.Text;
using Sekisho.Kernel;
using Sekisho.Sanitizing.Containers;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Office;

/// <summary>
/// The parts of an OOXML package by canonical name (ECMA-376 part 2), read strictly: no two entries that are one part, no name that
/// climbs, no piece, one content type each (OX-26).
/// </summary>
internal sealed class OpcPackage
{
    private const string Types = "[content_types].xml";
    private readonly StrictZip zip;
    private readonly Dictionary<string, ZipEntry> parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> byExtension = new(StringComparer.Ordinal), byPart = new(StringComparer.Ordinal);
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    internal OpcPackage(StrictZip zip)
    {
        this.zip = zip;
        foreach (var entry in zip.Entries)
        {
            if (entry.IsDirectory) continue;
            if (!parts.TryAdd(Canonical(entry), entry)) throw Conflict("duplicate");
        }
        ReadTypes();
    }

    internal IEnumerable<string> Names => parts.Keys;
    /// <summary>Parts nothing asked for.</summary>
    internal IEnumerable<string> Unread => parts.Keys.Where(p => !read.Contains(p));
    internal bool Has(string part) => parts.ContainsKey(part);

    internal byte[] Read(string part)
    {
        read.Add(part);
        return zip.Read(parts[part], part);
    }

    internal XElem ReadXml(string part) => StrictXml.Parse(Read(part), zip.Limits, part);

    /// <summary>Content type by override, else by extension; "" for none.</summary>
    internal string TypeOf(string part) =>
        byPart.GetValueOrDefault(part) ?? (part.LastIndexOf('.') is >= 0 and var dot ? byExtension.GetValueOrDefault(part[(dot + 1)..]) : null) ?? "";

    /// <summary>The relationships of a part ("" for the package); duplicates of an Id stop the file.</summary>
    internal IReadOnlyList<OpcRel> Relationships(string part)
    {
        var slash = part.LastIndexOf('/');
        var name = part.Length == 0 ? "_rels/.rels" : part[..(slash + 1)] + "_rels/" + part[(slash + 1)..] + ".rels";
        if (!parts.ContainsKey(name)) return [];
        var root = ReadXml(name);
        if (!root.Is(OfficeNs.Relationships, "Relationships")) throw Conflict("rels");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var list = new List<OpcRel>();
        foreach (var e in root.Children.Where(c => c.Name is "Relationship"))
        {
            var rel = OpcRel.Of(e, part);
            if (!seen.Add(rel.Id)) throw Conflict("rel-id");
            list.Add(rel);
        }
        return list;
    }

    private void ReadTypes()
    {
        if (!parts.ContainsKey(Types)) throw Conflict("types");
        foreach (var e in ReadXml(Types).Children)
        {
            var type = e.Get("ContentType") ?? "";
            var (map, key) = e.Name is "Default" ? (byExtension, (e.Get("Extension") ?? "").ToLowerInvariant()) : (byPart, OpcRel.Resolve("", e.Get("PartName") ?? ""));
            if (!map.TryAdd(key, type) && !string.Equals(map[key], type, StringComparison.OrdinalIgnoreCase)) throw Conflict("types");
        }
    }

    private static string Canonical(ZipEntry entry)
    {
        if (!Ascii.IsValid(entry.RawName) && !entry.IsUtf8) throw Conflict("name");
        var name = Uri.UnescapeDataString(Encoding.UTF8.GetString(entry.RawName)).ToLowerInvariant();
        var segments = name.Split('/');
        if (name.Contains('\\', StringComparison.Ordinal) || segments.Any(s => s.Length == 0 || s.Trim('.').Length == 0) || name.EndsWith(".piece", StringComparison.Ordinal)) throw Conflict("name");
        return name;
    }

    internal static FileStop Conflict(string detail) => new("OX-26", Outcome.Blocked, "package:" + detail);
}
