using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Containers;
using Sekisho.Sanitizing.Identification;

namespace Sekisho.Sanitizing.Office;

/// <summary>docx, xlsx, pptx and their macro and template flavours (section 7): a new package from an allow list of parts, elements and relationships.</summary>
internal static class OfficeFile
{
    internal static byte[] Rebuild(StrictZip zip, FileKind kind, FileKind plain, FileContext context, FindingLog log, List<ChildFile> children)
    {
        context.Budget.Enter(zip.Entries.Count, context.Name);
        var package = new OpcPackage(zip);
        var roots = package.Relationships("");
        var mains = roots.Where(r => r.Type is "officeDocument").ToList();
        if (mains.Count != 1 || mains[0].IsExternal || !package.Has(mains[0].Part)) throw OpcPackage.Conflict("main");
        if (!OfficeKinds.IsMainType(package.TypeOf(mains[0].Part))) throw OpcPackage.Conflict("main-type");
        if (kind != plain) log.Add("OX-01", FindingAction.Rewritten, mains[0].Part, 1, ("name", kind.Code()));
        var properties = context.Policy.KeepMetadata ? roots.FirstOrDefault(r => r.Type is "pkg:core-properties" && !r.IsExternal && package.Has(r.Part)) : null;
        foreach (var rel in roots.Where(r => r.Type is not "officeDocument" && r != properties))
            if (DroppedRel.Rule(rel) is { Length: > 0 } rule)
                log.Add(rule, DroppedRel.IsTidy(rule) ? FindingAction.Kept : FindingAction.Removed, "package", 1, ("kind", rel.Type), ("name", rel.Part), ("target", Show.Defanged(rel.Target)));
        var app = plain switch { FileKind.Docx or FileKind.Dotx => OfficeApp.Word, FileKind.Xlsx or FileKind.Xltx => OfficeApp.Sheet, _ => OfficeApp.Slides };
        var (ns, root) = app switch { OfficeApp.Word => (OfficeNs.W, "document"), OfficeApp.Sheet => (OfficeNs.X, "workbook"), _ => (OfficeNs.P, "presentation") };
        var output = new PackageRebuilder(package, app, context, log, children).Run(mains[0].Part, OfficeKinds.MainType(plain), ns, root, properties?.Part);
        Unreached.Report(package, log);
        return output;
    }
}
