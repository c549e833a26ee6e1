using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Archives;
using Sekisho.Sanitizing.HtmlBodies;
using Sekisho.Sanitizing.Identification;
using Sekisho.Sanitizing.Images;
using Sekisho.Sanitizing.Names;
using Sekisho.Sanitizing.Office;
using Sekisho.Sanitizing.Pdf;
using Sekisho.Sanitizing.TextFiles;

namespace Sekisho.Sanitizing;

/// <summary>
/// One file in, one result out: identify, compare with the claim, rebuild from an allow list. Whatever goes wrong ends as held or
/// blocked, never as the input (law E1). Pure: same bytes, same context, same result (law E5).
/// </summary>
public static class FileSanitiser
{
    public static FileResult Sanitise(Untrusted<byte[]> bytes, FileContext context)
    {
        var log = new FindingLog();
        var children = new List<ChildFile>();
        var seen = new Seen { Name = new("名称なし", "") };
        try { return Work(UntrustedAccess.Open(bytes), context, log, children, seen); }
        catch (FileStop stop)
        {
            log.Add(stop);
            return new(stop.Outcome, null, seen.Name.Name, seen.Kind.Code(), "", log.Lines, children);
        }
        catch (Exception fault) when (fault is OverflowException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or FormatException or KeyNotFoundException or InvalidDataException)
        {
            // A hole in a parser: the file is blocked, and the finding makes the worker be discarded (E1, E9).
            log.Add("E1", FindingAction.Blocked, seen.Name.Name, 1, ("fault", fault.GetType().Name));
            return new(Outcome.Blocked, null, seen.Name.Name, seen.Kind.Code(), "", log.Lines, children);
        }
    }

    private sealed class Seen
    {
        internal required CleanedName Name { get; set; }
        internal FileKind Kind { get; set; }
    }

    private static FileResult Work(byte[] b, FileContext context, FindingLog log, List<ChildFile> children, Seen seen)
    {
        seen.Name = NameCleaner.Clean(context.Name, log);
        if (b.LongLength > context.Limits.InputBytes) throw new FileStop("LM-01", Outcome.Blocked, seen.Name.Name, new Dictionary<string, string> { ["max"] = Show.Number(context.Limits.InputBytes) });
        if (context.Depth > context.Limits.Depth) throw new FileStop("LM-05", Outcome.Blocked, seen.Name.Name, new Dictionary<string, string> { ["n"] = Show.Number(context.Limits.Depth) });
        var found = Identifier.Identify(b, context.Budget);
        seen.Kind = found.Kind;
        if (found.Polyglot.Count > 0) throw new FileStop("ID-06", Outcome.Blocked, seen.Name.Name, new Dictionary<string, string> { ["type"] = found.Polyglot[0].Code() });
        var kind = DeclaredTypes.Agree(seen.Name, found.Kind, context.Policy, log);
        if (kind == FileKind.Unknown && DeclaredTypes.IsTextName(seen.Name) && TextGuess.Tolerant(b) is not null) kind = seen.Name.Extension is "csv" or "tsv" ? FileKind.Csv : FileKind.Text;
        seen.Kind = kind;
        if (found.Broken is { } broken) throw broken;
        DeclaredTypes.CheckMediaType(context.DeclaredMediaType, kind, seen.Name.Name, log);
        b = WithoutTail(b, found, context.Budget, seen.Name, log);
        var (output, written) = Rebuild(b, kind, found, context, seen.Name, log, children);
        var keepsName = written == FileKind.Empty || written == kind && written is FileKind.Text or FileKind.Csv && log.Lines.All(f => f.Rule is not "ID-09");
        var name = keepsName ? seen.Name.Name : seen.Name.As(written.Extension());
        if (written == FileKind.Jpeg && seen.Name.Extension is "jpeg" or "jpe" or "jfif") name = seen.Name.Name;
        var outcome = log.Lines.Any(f => f.Action is FindingAction.TextOnly) ? Outcome.Text : log.Lines.Any(f => f.Action is FindingAction.Drawn) ? Outcome.Raster : log.Lines.Any(f => f.Action is not FindingAction.Kept) || children.Any(c => c.Outcome != Outcome.Clean) ? Outcome.Cleaned : Outcome.Clean;
        return new(outcome, output, name, kind.Code(), written.Code(), log.Lines, children);
    }

    /// <summary>ID-05: bytes behind the logical end go; a tail that is a file of its own stops.</summary>
    private static byte[] WithoutTail(byte[] b, Identified found, SanitiseBudget budget, CleanedName name, FindingLog log)
    {
        if (found.End >= b.Length) return b;
        var tail = Identifier.TailKind(b, found.End, budget);
        if (tail != FileKind.Unknown) throw new FileStop("ID-05", Outcome.Blocked, name.Name, new Dictionary<string, string> { ["type"] = tail.Code() });
        log.Add("ID-05", FindingAction.Removed, name.Name, 1, ("type", Show.Number(b.Length - found.End)));
        return b[..found.End];
    }

    private static (byte[] Output, FileKind Written) Rebuild(byte[] b, FileKind kind, Identified found, FileContext context, CleanedName name, FindingLog log, List<ChildFile> children)
    {
        switch (kind)
        {
            case FileKind.Empty:
                // A file of one repeated byte has nothing to keep either; what is written is empty (ID-08).
                log.Add("ID-08", FindingAction.Kept, name.Name);
                return ([], FileKind.Empty);
            case FileKind.Text:
                return (TextFile.Rebuild(b, name.Name, log), FileKind.Text);
            case FileKind.Csv:
                return CsvFile.Rebuild(b, name.Name, context.Limits, log);
            case FileKind.Html:
                // Section 5 and 14.1: across zones HTML is given as text; nothing of its markup travels on.
                var html = HtmlToText.Convert(TextFile.Read(b, name.Name, log).Text, LinkStyle.Defang, context.Limits, name.Name, log);
                log.Add("MB-01", FindingAction.TextOnly, name.Name);
                return ([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(TextCleaner.Clean(html.Text, name.Name, log))], FileKind.Text);
            case FileKind.Xml:
                return (XmlFile.Rebuild(b, name.Name, context.Limits, log), FileKind.Xml);
            case FileKind.Jpeg or FileKind.Png or FileKind.Gif or FileKind.Bmp or FileKind.Tiff or FileKind.Webp:
                return PictureFile.Rebuild(b, kind, found.Picture!, context, name.Name, log);
            case FileKind.Zip:
                return (ArchiveFile.Rebuild(found.Zip!, context, log, children), FileKind.Zip);
            case FileKind.Pdf:
                return (PdfFile.Rebuild(b, context, name.Name, log, children), FileKind.Pdf);
            case FileKind.Tar:
                return (TarFile.Rebuild(b, context, log, children), FileKind.Zip);
            case FileKind.Gzip:
                return (GzipFile.Rebuild(b, name, context, log, children), FileKind.Zip);
            default:
                if (OfficeKinds.Plain(kind) is { } plain && found.Zip is { } zip) return (OfficeFile.Rebuild(zip, kind, plain, context, log, children), plain);
                throw BlockedKinds.Stop(kind, name.Name);
        }
    }
}
