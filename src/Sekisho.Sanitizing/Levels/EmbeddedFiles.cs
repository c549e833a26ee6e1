using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Archives;
using Sekisho.Sanitizing.Containers;
using Sekisho.Sanitizing.Names;

namespace Sekisho.Sanitizing.Levels;

/// <summary>
/// OX-04 and PD-08 where the policy wants what a document carries: each file inside goes through the whole engine and lies beside the document in one ZIP. Nothing is put back into the document.
/// </summary>
internal static class EmbeddedFiles
{
    private const string Folder = "添付/";

    /// <param name="output">The document as written.</param>
    /// <param name="name">Its name.</param>
    /// <param name="rule">Row of the finding.</param>
    /// <param name="context">Of the document.</param>
    /// <param name="log">Gets what was found in the files inside.</param>
    /// <param name="children">Those marked as embedded are treated; each gets its own outcome.</param>
    /// <returns>The ZIP; null when nothing is embedded.</returns>
    internal static byte[]? Beside(byte[] output, string name, string rule, FileContext context, FindingLog log, List<ChildFile> children)
    {
        if (!children.Any(c => c.IsEmbedded)) return null;
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { [name] = output };
        for (var i = 0; i < children.Count; i++)
        {
            if (children[i] is not { IsEmbedded: true } child) continue;
            var last = child.Name[(child.Name.LastIndexOf('/') + 1)..];
            var result = FileSanitiser.Sanitise(child.Input, context.Child(last));
            children[i] = child with { DetectedType = result.DetectedType, Outcome = result.Outcome, Output = result.Output is null ? null : Digest.Of(result.Output), Findings = result.Findings };
            var place = Folder + result.OutputName + (result.Output is null ? ".遮断理由.txt" : "");
            for (var n = 2; files.ContainsKey(place); n++) place = Folder + Show.Number(n) + "_" + result.OutputName + (result.Output is null ? ".遮断理由.txt" : "");
            files[place] = result.Output ?? ArchiveNote.For(result);
            log.Add(rule, FindingAction.Recursed, name, 1, ("name", last));
        }
        var writer = new ZipWriter();
        foreach (var (place, data) in files) writer.Add(place, data);
        return writer.Finish();
    }

    /// <summary>What an object of OLE carries: a file under its own name ("Package"), or a document of Office or PDF; null when neither.</summary>
    internal static (string Name, byte[] Data)? Carried(byte[] bytes, string part)
    {
        var name = part[(part.LastIndexOf('/') + 1)..];
        if (!bytes.AsSpan().StartsWith(Compound.CompoundDocument.Magic)) return (name, bytes);
        try
        {
            var file = new Compound.CompoundDocument(bytes);
            if (file.Read("\u0001Ole10Native") is { } native) return Native(native);
            return (file.Read("Package") ?? file.Read("CONTENTS")) is { } inner ? (Path.GetFileNameWithoutExtension(name) + Extension(inner), inner) : null;
        }
        catch (FileStop) { return null; }
    }

    /// <summary>[MS-OLEDS] 2.3.6 as the packager fills it: label, path, a second path, length, bytes.</summary>
    private static (string, byte[])? Native(byte[] b)
    {
        var at = 6;
        var label = Text(b, ref at);
        Text(b, ref at);
        at += 4;
        if (Length(b, ref at) is not { } path || at + path > b.Length) return null;
        at += path;
        if (Length(b, ref at) is not { } size || at + size > b.Length) return null;
        return (label.Length > 0 ? label : "package", b[at..(at + size)]);
    }

    private static int? Length(byte[] b, ref int at)
    {
        if (at + 4 > b.Length) return null;
        var value = BitConverter.ToInt32(b, at);
        at += 4;
        return value >= 0 ? value : null;
    }

    private static string Text(byte[] b, ref int at)
    {
        var end = at < b.Length ? b.AsSpan(at).IndexOf((byte)0) : -1;
        if (end < 0) return "";
        var bytes = b[at..(at + end)];
        at += end + 1;
        return NameDecoder.Decode(bytes, false, 1, new());
    }

    private static string Extension(byte[] inner) => inner.AsSpan().StartsWith("%PDF-"u8) ? ".pdf" : "";
}
