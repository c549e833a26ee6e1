using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Identification;
using Sekisho.Sanitizing.Names;

namespace Sekisho.Sanitizing.Archives;

/// <summary>
/// Archives we have no reader for (RA-01, SZ-01, LZ-01, GZ-01): a one-shot bsdtar gives their members as a TAR, which is read strictly like any
/// other; links and devices stop it there. They come back as ZIP.
/// </summary>
internal static class ToolArchive
{
    internal static byte[] Rebuild(byte[] b, FileKind kind, CleanedName name, FileContext context, FindingLog log, List<ChildFile> children)
    {
        var rule = kind switch { FileKind.SevenZip => "SZ-01", FileKind.Rar => "RA-01", FileKind.Lzh => "LZ-01", _ => "GZ-01" };
        if (IsEncrypted(b, kind)) throw new FileStop("ZP-07", Outcome.Held, context.Name);
        var packed = rule == "GZ-01";
        var tool = packed ? NativeTool.Decompress : kind == FileKind.Lzh ? NativeTool.LzhToTar : NativeTool.ArchiveToTar;
        var inner = context.Tools.Run(tool, b) is { } output ? UntrustedAccess.Open(output) : throw new FileStop(rule, Outcome.Blocked, context.Name);
        context.Budget.CheckRatio(b.Length, inner.Length, context.Name);
        log.Add(rule, FindingAction.Rewritten, context.Name);
        if (packed && !TarFile.LooksLikeTar(inner))
        {
            context.Budget.Expand(inner.Length, context.Name);
            return ArchiveFile.Pack([new(name.Extension is "bz2" or "xz" or "zst" or "z" ? name.Stem : "内容", false, _ => inner)], context, log, children);
        }
        return ArchiveFile.Pack(TarFile.Members(inner, context, log), context, log, children);
    }

    /// <summary>RAR 4: flags of the archive and file headers. RAR 5: an encryption header comes first. 7z: the AES method in a header that is not packed itself.</summary>
    private static bool IsEncrypted(byte[] b, FileKind kind)
    {
        if (kind == FileKind.SevenZip) return b.AsSpan(Math.Max(0, b.Length - 4_096)).IndexOf((byte[])[0x06, 0xF1, 0x07, 0x01]) >= 0;
        if (kind != FileKind.Rar || b.Length < 40) return false;
        return b[6] == 1 ? b[13] == 4 : (b[10] & 0x80) != 0 || b[22] == 0x74 && (b[23] & 4) != 0;
    }
}
