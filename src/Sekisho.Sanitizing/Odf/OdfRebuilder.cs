using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Containers;
using Sekisho.Sanitizing.Levels;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Odf;

/// <summary>
/// Section 9: a new ODF package with mimetype first, content and styles through the allow list, the pictures they show through the engine, charts
/// and formulas as small documents of the same kind. Everything else of the package stays behind.
/// </summary>
internal sealed class OdfRebuilder(StrictZip zip, string mimeType, FileContext context, FindingLog log, List<ChildFile> children)
{
    private const int MaxObjects = 500;
    private static readonly string[] Declared = ["-//OpenOffice.org//DTD ", "-//W3C//DTD MathML "];
    private readonly Dictionary<string, ZipEntry> entries = Index(zip);
    private readonly Dictionary<string, string?> mapped = new(StringComparer.Ordinal);
    private readonly List<(string Name, byte[] Data, string Type)> output = [];
    private int pictures, objects, cells;

    internal FileContext Context => context;

    internal byte[] Run()
    {
        OdfPackage.Check(zip, entries, mimeType, log);
        Part("content.xml", "content.xml", "document-content", required: true);
        Part("styles.xml", "styles.xml", "document-styles", required: false);
        if (context.Policy.KeepMetadata && entries.ContainsKey(OdfProperties.Name))
        {
            mapped[OdfProperties.Name] = OdfProperties.Name;
            output.Add((OdfProperties.Name, XmlWriting.Write(OdfProperties.Written(Read(OdfProperties.Name)), OdfAllow.Prefixes), "text/xml"));
        }
        OdfPackage.ReportLeft(entries.Keys.Where(k => !mapped.ContainsKey(k)), log);
        var writer = new ZipWriter();
        writer.Add("mimetype", Encoding.ASCII.GetBytes(mimeType), stored: true);
        writer.Add("META-INF/manifest.xml", Manifest());
        foreach (var (name, data, _) in output.OrderBy(o => o.Name, StringComparer.Ordinal)) writer.Add(name, data, stored: name.StartsWith("Pictures/", StringComparison.Ordinal));
        return writer.Finish();
    }

    /// <summary>LM-10.</summary>
    internal void Count()
    {
        if (++cells > context.Limits.Cells) throw new FileStop("LM-10", Outcome.Blocked, "content.xml");
    }

    /// <summary>Where a picture of the package is written; null for one outside or one that cannot be made safe.</summary>
    internal string? Picture(string target, string part)
    {
        var name = Inside(target, part);
        if (name is null || !entries.TryGetValue(name, out var entry)) return null;
        if (mapped.TryGetValue(name, out var known)) return known;
        var input = zip.Read(entry, name);
        var result = FileSanitiser.Sanitise(new(input), context.Child("picture") with { PixelsOnly = true });
        children.Add(new(name, result.DetectedType, result.Outcome, new(input), result.Output is null ? null : Digest.Of(result.Output), result.Findings));
        if (result is not { Output: { } made, OutputType: "png" or "jpeg" })
        {
            log.Add("OX-19", FindingAction.Removed, name, 1, ("n", "1"));
            return mapped[name] = null;
        }
        var path = "Pictures/image" + Show.Number(++pictures) + "." + result.OutputType;
        output.Add((path, made, "image/" + result.OutputType));
        return mapped[name] = Up(part) + path;
    }

    /// <summary>OD-03: a chart or formula is a document of its own and rebuilt like one; any other object stays behind.</summary>
    internal string? Object(string target, string part)
    {
        var name = Inside(target, part);
        if (name is null || part.Contains('/', StringComparison.Ordinal) || !entries.ContainsKey(name + "/content.xml")) return null;
        if (mapped.TryGetValue(name, out var known)) return known;
        var root = Read(name + "/content.xml");
        var isFormula = root.Is(OdfAllow.Math, "math");
        if (!isFormula && !root.SelfAndBelow().Any(e => e.Is(OdfAllow.Office, "chart"))) return mapped[name] = null;
        if (++objects > MaxObjects) throw new FileStop("LM-04", Outcome.Blocked, name);
        var folder = "Object " + Show.Number(objects);
        Part(name + "/content.xml", folder + "/content.xml", isFormula ? "math" : "document-content", required: true);
        Part(name + "/styles.xml", folder + "/styles.xml", "document-styles", required: false);
        output.Add((folder + "/", [], "application/vnd.oasis.opendocument." + (isFormula ? "formula" : "chart")));
        return mapped[name] = "./" + folder;
    }

    /// <summary>OD-03: what an OLE object carries, for the policy that wants it beside the document.</summary>
    internal void Embedded(string target, string part)
    {
        if (!context.Policy.RecurseEmbedded || Inside(target, part) is not { } name || !entries.TryGetValue(name, out var entry) || children.Any(c => c.Name.StartsWith(name + "/", StringComparison.Ordinal))) return;
        if (EmbeddedFiles.Carried(zip.Read(entry, name), name) is not { } carried) return;
        context.Budget.Enter(1, name);
        context.Budget.Expand(carried.Data.Length, name);
        children.Add(new(name + "/" + carried.Name, "", Outcome.Blocked, new(carried.Data), null, []) { IsEmbedded = true });
    }

    private void Part(string from, string to, string rootName, bool required)
    {
        if (!entries.ContainsKey(from))
        {
            if (required) throw Conflict(from);
            return;
        }
        mapped[from] = to;
        var root = Read(from);
        if (root.Name != rootName || root.Ns != (rootName == "math" ? OdfAllow.Math : OdfAllow.Office)) throw Conflict(from);
        OdfHidden.Run(root, to, context.Policy.KeepHidden, log);
        output.Add((to, XmlWriting.Write(new OdfFilter(this, to, log).Run(root), OdfAllow.Prefixes, OdfAllow.FormulaPrefixes), "text/xml"));
    }

    /// <summary>Note to LM-12: the type old programs declare for formulas is dropped, never fetched.</summary>
    private XElem Read(string name)
    {
        var bytes = zip.Read(entries[name], name);
        if (bytes.AsSpan().IndexOf("<!DOCTYPE"u8) < 0 || bytes.LongLength > context.Limits.XmlBytes) return StrictXml.Parse(bytes, context.Limits, name);
        var text = StrictXml.Decode(bytes, name);
        if (Doctype.Find(text, name) is not { Subset: null, PublicId: { } id } type || !Declared.Any(d => id.StartsWith(d, StringComparison.Ordinal))) throw new FileStop("LM-12", Outcome.Blocked, name);
        log.Add("LM-12", FindingAction.Rewritten, name);
        return StrictXml.ParseText(type.Without(text), context.Limits, name);
    }

    private byte[] Manifest()
    {
        var root = new XElem(OdfAllow.Manifest, "manifest");
        root.Set("version", "1.3", OdfAllow.Manifest);
        foreach (var (name, type) in output.Select(o => (o.Name, o.Type)).OrderBy(o => o.Name, StringComparer.Ordinal).Prepend(("/", mimeType)))
        {
            var e = new XElem(OdfAllow.Manifest, "file-entry");
            e.Set("full-path", name, OdfAllow.Manifest);
            e.Set("media-type", type, OdfAllow.Manifest);
            root.Nodes.Add(e);
        }
        output.RemoveAll(o => o.Name.EndsWith('/'));
        return XmlWriting.Write(root, OdfAllow.Prefixes);
    }

    /// <summary>The entry a reference names; null when it leaves the package.</summary>
    private static string? Inside(string target, string part)
    {
        var name = target.StartsWith("./", StringComparison.Ordinal) ? target[2..] : target;
        if (part.Contains('/', StringComparison.Ordinal) && name.StartsWith("../", StringComparison.Ordinal)) name = name[3..];
        return name.Length == 0 || name.Contains(':', StringComparison.Ordinal) || name.Contains('\\', StringComparison.Ordinal) || name.Contains("..", StringComparison.Ordinal) || name[0] == '/' ? null : name;
    }

    private static string Up(string part) => part.Contains('/', StringComparison.Ordinal) ? "../" : "";

    private static Dictionary<string, ZipEntry> Index(StrictZip zip)
    {
        var index = new Dictionary<string, ZipEntry>(StringComparer.Ordinal);
        var folded = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in zip.Entries.Where(e => !e.IsDirectory))
        {
            var name = Encoding.UTF8.GetString(entry.RawName);
            if (!folded.Add(name) || name.Contains('\\', StringComparison.Ordinal) || name.Split('/').Contains("..") || !index.TryAdd(name, entry)) throw new FileStop("OX-26", Outcome.Blocked, name);
        }
        return index;
    }

    internal static FileStop Conflict(string place) => new("OX-26", Outcome.Blocked, place);
}
