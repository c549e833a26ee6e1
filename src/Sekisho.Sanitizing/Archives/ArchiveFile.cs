using System.Globalization;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Containers;
using Sekisho.Sanitizing.Names;

namespace Sekisho.Sanitizing.Archives;

/// <summary>Section 13: every entry goes through the whole engine, what comes out is packed as a fresh ZIP in ordinal order of names.</summary>
internal static class ArchiveFile
{
    internal static byte[] Rebuild(StrictZip zip, FileContext context, FindingLog log, List<ChildFile> children)
    {
        var isLocked = zip.Entries.Any(e => e.IsEncrypted);
        if (isLocked && context.Password is null) throw new FileStop("ZP-07", Outcome.Held, context.Name);
        if (zip.CommentLength > 0) log.Add("ZP-04", FindingAction.Removed, context.Name);
        var number = 0;
        var output = Pack([.. zip.Entries.Select(e => new ArchiveMember(Name(e, ++number, log), e.IsDirectory, place => zip.Read(e, place, context.Password)))], context, log, children);
        if (isLocked) log.Add("ZP-07", context.Opened, context.Name);
        return output;
    }

    /// <summary>Treats and packs members of any archive.</summary>
    internal static byte[] Pack(IReadOnlyList<ArchiveMember> members, FileContext context, FindingLog log, List<ChildFile> children)
    {
        context.Budget.Enter(members.Count, context.Name);
        // An archive whose members would all be too deep is too deep itself: its place is taken, not that of each of them.
        if (context.Depth >= context.Limits.Depth && members.Any(m => !m.IsDirectory)) throw new FileStop("LM-05", Outcome.Blocked, context.Name, new Dictionary<string, string> { ["n"] = Show.Number(context.Limits.Depth) });
        var output = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (path, member) in Paths(members, log))
        {
            if (member.IsDirectory) continue;
            var input = member.Read(path);
            if (IsCompanion(path, input))
            {
                log.Add("ZP-04", FindingAction.Removed, path);
                continue;
            }
            var folder = path.LastIndexOf('/') is >= 0 and var slash ? path[..(slash + 1)] : "";
            var result = FileSanitiser.Sanitise(new(input), context.Child(path[folder.Length..]));
            children.Add(new(path, result.DetectedType, result.Outcome, new(input), result.Output is null ? null : Digest.Of(result.Output), result.Findings));
            foreach (var grandchild in result.Children) children.Add(grandchild with { Name = path + "/" + grandchild.Name });
            Put(output, folder, result, path, context, log);
        }
        var writer = new ZipWriter();
        foreach (var (name, data) in output) writer.Add(name, data);
        return writer.Finish();
    }

    /// <summary>What a Macintosh packs beside the files: attributes of the file of the same name (RFC 1740, AppleDouble) and the look of a folder's window.</summary>
    private static bool IsCompanion(string path, byte[] bytes)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.StartsWith("._", StringComparison.Ordinal) && bytes.AsSpan().StartsWith((byte[])[0, 5, 0x16, 7]) || name is ".DS_Store" && bytes.AsSpan().StartsWith("\0\0\0\u0001Bud1"u8);
    }

    private static string Name(ZipEntry entry, int number, FindingLog log)
    {
        var name = NameDecoder.Decode(entry.RawName, entry.IsUtf8, number, log);
        return entry.UnicodeName ?? name;
    }

    private static void Put(SortedDictionary<string, byte[]> output, string folder, FileResult result, string path, FileContext context, FindingLog log)
    {
        if (result.Output is { } data) { output[Free(output, folder + result.OutputName, path, log)] = data; return; }
        var reason = result.Findings.LastOrDefault(f => f.Action is FindingAction.Blocked or FindingAction.Held);
        var rule = reason?.Rule ?? "E1";
        // A held child holds the archive: a person can still open it with a password or an approval.
        if (result.Outcome == Outcome.Held || context.Policy.ArchiveWhole)
            throw new FileStop(rule, result.Outcome, path + (reason is null ? "" : " " + reason.Place), reason?.Arguments);
        log.AddAll(result.Findings, path + ": ");
        output[Free(output, folder + result.OutputName + ".遮断理由.txt", path, log)] = ArchiveNote.For(result);
    }

    /// <summary>ZP-02, ZP-03, NM-07, NM-11: cleaned paths; two entries that are one name on some system stop the archive.</summary>
    private static List<(string Path, ArchiveMember Member)> Paths(IReadOnlyList<ArchiveMember> members, FindingLog log)
    {
        var paths = new List<(string, ArchiveMember)>(members.Count);
        var keys = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            // Some writers name the folder they pack: "./", ".".
            if (member.IsDirectory && member.Name.TrimEnd('/') is "." or "") continue;
            var path = string.Join('/', ArchivePath.Clean(member.Name, log).Select(s => s.Name));
            if (!keys.TryAdd(ArchivePath.CollisionKey(path), member.IsDirectory)) throw new FileStop("ZP-02", Outcome.Blocked, path);
            paths.Add((path, member));
        }
        foreach (var key in keys.Keys)
            for (var slash = key.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = key.IndexOf('/', slash + 1))
                if (keys.TryGetValue(key[..slash], out var isFolder) && !isFolder) throw new FileStop("ZP-02", Outcome.Blocked, key);
        return paths;
    }

    /// <summary>NM-11: conversion can make two names equal (a.bmp and a.png); the later gets a number.</summary>
    private static string Free(SortedDictionary<string, byte[]> output, string name, string path, FindingLog log)
    {
        if (!output.ContainsKey(name)) return name;
        log.Add("NM-11", FindingAction.Rewritten, path);
        var dot = name.LastIndexOf('.');
        var (stem, extension) = dot > name.LastIndexOf('/') ? (name[..dot], name[dot..]) : (name, "");
        for (var n = 2; ; n++)
            if (string.Create(CultureInfo.InvariantCulture, $"{stem} ({n}){extension}") is var candidate && !output.ContainsKey(candidate)) return candidate;
    }
}
