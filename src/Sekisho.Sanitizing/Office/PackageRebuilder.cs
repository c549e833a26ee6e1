using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Identification;
using Sekisho.Sanitizing.Levels;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Office;

/// <summary>
/// Walks a package from its main part along allow-listed relationships, filters each part and gives it a canonical name. What is not
/// reached is not written (section 7, method).
/// </summary>
internal sealed class PackageRebuilder(OpcPackage source, OfficeApp app, FileContext context, FindingLog log, List<ChildFile> children)
{
    private const string TypeBase = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> counters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> writable = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElem> parsed = new(StringComparer.Ordinal);
    private readonly PackageOutput output = new();

    internal OfficeApp App => app;
    internal FileContext Context => context;
    internal FindingLog Log => log;
    internal OpcPackage Source => source;
    /// <summary>Names and sheets that went, folded to upper case: formulas that use them become values.</summary>
    internal HashSet<string> RemovedNames { get; } = new(StringComparer.Ordinal);
    /// <summary>Cells written so far (LM-10).</summary>
    internal int Cells { get; set; }

    internal byte[] Run(string mainPart, string mainType, string mainNs, string mainRoot, string? properties = null)
    {
        var name = PartRule.Root(app) + (app switch { OfficeApp.Word => "document", OfficeApp.Sheet => "workbook", _ => "presentation" }) + ".xml";
        names[mainPart] = name;
        var root = source.ReadXml(mainPart);
        root.Ns = OfficeNs.Canonical(root.Ns);
        if (!root.Is(mainNs, mainRoot)) throw OpcPackage.Conflict("main-root");
        WritePart(mainPart, name, mainType, root);
        if (properties is not null) output.Add(CoreProperties.Name, CoreProperties.ContentType, XmlWriting.Write(CoreProperties.Written(source.ReadXml(properties)), CoreProperties.Prefixes), []);
        return output.Finish(name, TypeBase + "officeDocument");
    }

    /// <summary>True when the target exists and its root is what its type says.</summary>
    internal bool IsWritable(OpcRel rel)
    {
        if (rel.Type is "image") return source.Has(rel.Part);
        if (PartRule.Find(app, rel.Type) is not { } rule || !source.Has(rel.Part)) return false;
        if (writable.TryGetValue(rel.Part + "\n" + rel.Type, out var known)) return known;
        return writable[rel.Part + "\n" + rel.Type] = HasRoot(rel.Part, rule);
    }

    /// <summary>What a relationship becomes: rebuilt part, allowed link, or null.</summary>
    internal (string Type, string Target, bool External)? Follow(PartScope scope, OpcRel rel)
    {
        if (rel.Type is "hyperlink") return Link(rel);
        if (rel.IsExternal) return null;
        if (rel.Type is "image") return source.Has(rel.Part) ? (TypeBase + "image", "/" + Picture(rel.Part), false) : null;
        if (PartRule.Find(app, rel.Type) is not { } rule || !IsWritable(rel)) return null;
        if (rule.Type is "comments" && !context.Policy.KeepComments) return null;
        var type = rule.Type.StartsWith("ms:", StringComparison.Ordinal) ? "http://schemas.microsoft.com/office/2007/relationships/" + rule.Type[3..] : TypeBase + rule.Type;
        return (type, "/" + Rebuilt(rel.Part, rule), false);
    }

    private (string Type, string Target, bool External)? Link(OpcRel rel)
    {
        if (LinkGuard.IsInside(rel.Target)) return (TypeBase + "hyperlink", rel.Target, !rel.IsExternal ? false : true);
        if (context.Policy.Links != LinkPolicy.Keep || LinkGuard.Allowed(rel.Target, out _) is not { } target) return null;
        return (TypeBase + "hyperlink", target, true);
    }

    /// <summary>OX-04: what an object carries, for the policy that wants it beside the document.</summary>
    internal void Embedded(OpcRel rel)
    {
        if (!context.Policy.RecurseEmbedded || rel.IsExternal || rel.Type is not ("package" or "oleObject") || !source.Has(rel.Part) || children.Any(c => c.Name == rel.Part)) return;
        if (EmbeddedFiles.Carried(source.Read(rel.Part), rel.Part) is not { } carried) return;
        context.Budget.Enter(1, rel.Part);
        context.Budget.Expand(carried.Data.Length, rel.Part);
        children.Add(new(rel.Part + "/" + carried.Name, "", Outcome.Blocked, new(carried.Data), null, []) { IsEmbedded = true });
    }

    private string Rebuilt(string part, PartRule rule)
    {
        if (names.TryGetValue(part, out var known)) return known;
        var name = rule.Folder + rule.Name + (rule.Numbered ? Show.Number(Count(rule.Folder + rule.Name)) : "") + (rule.Type is "vmlDrawing" ? ".vml" : ".xml");
        names[part] = name;
        parsed.Remove(part, out var root);
        WritePart(part, name, rule.ContentType, root ?? source.ReadXml(part));
        return name;
    }

    private void WritePart(string part, string name, string contentType, XElem root)
    {
        var scope = new PartScope(this, part, source.Relationships(part).ToDictionary(r => r.Id, StringComparer.Ordinal));
        var clean = PartFilter.Run(root, scope);
        scope.MapImplicit();
        scope.ReportDropped();
        output.Add(name, contentType, XmlWriting.Write(clean, AllowList.Office.Prefixes), scope.Written);
    }

    private bool HasRoot(string part, PartRule rule)
    {
        if (!parsed.TryGetValue(part, out var root))
        {
            try { root = source.ReadXml(part); }
            // Old programs write VML that is not XML: the notes' shapes go, the notes stay.
            catch (FileStop stop) when (rule.Type is "vmlDrawing" && stop.Rule is "LM-12") { return false; }
            if (!names.ContainsKey(part)) parsed[part] = root;
        }
        return root.Is(root.Ns, rule.RootName) && string.Equals(OfficeNs.Canonical(root.Ns), rule.RootNs, StringComparison.Ordinal);
    }

    /// <summary>OX-19: every picture through the whole engine by what it is, not by what its name says; what cannot be drawn becomes an empty picture.</summary>
    private string Picture(string part)
    {
        if (names.TryGetValue(part, out var known)) return known;
        var input = source.Read(part);
        var result = FileSanitiser.Sanitise(new(input), context.Child("picture") with { PixelsOnly = true });
        var child = new ChildFile(part, result.DetectedType, result.Outcome, new(input), result.Output is null ? null : Digest.Of(result.Output), result.Findings);
        children.Add(context.KeepsChildren ? child : child.LetGo());
        var (bytes, extension) = result.Output is { } made && result.OutputType is "png" or "jpeg" ? (result.Output!, result.OutputType) : (EmptyPicture, "png");
        if (ReferenceEquals(bytes, EmptyPicture)) log.Add("OX-19", FindingAction.Removed, part, 1, ("n", "1"), ("type", result.DetectedType));
        var name = PartRule.Root(app) + "media/image" + Show.Number(Count("media")) + "." + extension;
        output.AddPicture(name, bytes);
        return names[part] = name;
    }

    private int Count(string key) => counters[key] = counters.GetValueOrDefault(key) + 1;

    // One transparent pixel: stands where a picture could not be made safe, so that no reference breaks. In
    // the form our own encoder gives it, so that it comes out of a second run unchanged (law E4).
    private static readonly byte[] EmptyPicture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==");
}
