using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Archives;
using Sekisho.Sanitizing.Cards;
using Sekisho.Sanitizing.Drawings;
using Sekisho.Sanitizing.HtmlBodies;
using Sekisho.Sanitizing.Identification;
using Sekisho.Sanitizing.Images;
using Sekisho.Sanitizing.Legacy;
using Sekisho.Sanitizing.Levels;
using Sekisho.Sanitizing.Mail;
using Sekisho.Sanitizing.Mapi;
using Sekisho.Sanitizing.Names;
using Sekisho.Sanitizing.Odf;
using Sekisho.Sanitizing.Office;
using Sekisho.Sanitizing.Passwords;
using Sekisho.Sanitizing.Pdf;
using Sekisho.Sanitizing.Rtf;
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
        catch (Exception fault) when (IsFault(fault))
        {
            // A hole in a parser: the file is blocked, and the finding makes the worker be discarded (E1, E9).
            log.Add("E1", FindingAction.Blocked, seen.Name.Name, 1, ("fault", fault.GetType().Name));
            return new(Outcome.Blocked, null, seen.Name.Name, seen.Kind.Code(), "", log.Lines, children);
        }
    }

    /// <summary>What a hole in a parser of ours looks like.</summary>
    internal static bool IsFault(Exception e) => e is OverflowException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or FormatException or KeyNotFoundException or InvalidDataException;

    /// <summary>E8: what was cleaned may have become something else by it ("\u200B&lt;html" is text, "&lt;html" is not); then it stops.</summary>
    private static void CheckStillText(byte[] output, FileKind written, CleanedName name, FileContext context)
    {
        var now = Identifier.Identify(output, new(context.Limits));
        if (now.Polyglot.Count > 0 || DeclaredTypes.Agree(name, now.Kind, context.Policy, new FindingLog()) != written)
            throw new FileStop("ID-06", Outcome.Blocked, name.Name, new Dictionary<string, string> { ["type"] = now.Kind.Code() });
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
        // A compound file that does not hold together is nothing else under any name.
        if (found is { Kind: FileKind.Cfb, Broken: { } loop }) throw loop;
        if (found.Polyglot.Count > 0) throw new FileStop(UnpacksItself(found) ? "ZP-08" : "ID-06", Outcome.Blocked, seen.Name.Name, new Dictionary<string, string> { ["type"] = found.Polyglot[0].Code() });
        // A package that is broken is named as such, not as a lie about its type.
        if (found is { Kind: FileKind.Zip, Broken: { } cut } && DeclaredTypes.IsPackageName(seen.Name)) throw cut;
        var kind = DeclaredTypes.Agree(seen.Name, found.Kind, context.Policy, log);
        // Old drawings mix encodings; the pairs are read all the same.
        if (kind == FileKind.Unknown && seen.Name.Extension is "dxf" && TextGuess.Tolerant(b) is { } drawing && TextKinds.Classify(drawing.Text) == FileKind.Dxf) kind = FileKind.Dxf;
        var damaged = false;
        if (kind == FileKind.Unknown && DeclaredTypes.IsTextName(seen.Name) && TextGuess.Tolerant(b) is not null) (kind, damaged) = (DeclaredTypes.OfDamagedText(seen.Name.Extension), true);
        seen.Kind = kind;
        if (found.Broken is { } broken) throw broken;
        DeclaredTypes.CheckMediaType(context.DeclaredMediaType, kind, seen.Name.Name, log);
        context = context with { Policy = context.Policy.For(kind) };
        b = WithoutTail(b, found, context.Budget, seen.Name, log);
        var (output, written) = Rebuild(b, kind, found, context, seen.Name, log, children);
        if (output.Length == 0 && written is FileKind.Text or FileKind.Csv) written = FileKind.Empty;
        var keepsName = written == FileKind.Empty || written == kind && written is FileKind.Text or FileKind.Csv && log.Lines.All(f => f.Rule is not "ID-09") && !(damaged && DeclaredTypes.IsMarkupName(seen.Name.Extension));
        var name = keepsName ? seen.Name.Name : IsLower(kind, written) ? Appended(seen.Name, written.Extension()) : seen.Name.As(written.Extension());
        if (written is FileKind.Text or FileKind.Csv) CheckStillText(output, written, new(name, keepsName ? seen.Name.Extension : written.Extension()), context);
        if (context.Policy.RecurseEmbedded && EmbeddedFiles.Beside(output, name, kind == FileKind.Pdf ? "PD-08" : kind is >= FileKind.Odt and <= FileKind.Otg ? "OD-03" : "OX-04", context, log, children) is { } bundle) (output, written, name) = (bundle, FileKind.Zip, Appended(seen.Name, "zip"));
        if (written == FileKind.Sxf && seen.Name.Extension is "sfc" or "p21") name = seen.Name.Name;
        if (written == FileKind.Jpeg && seen.Name.Extension is "jpeg" or "jpe" or "jfif") name = seen.Name.Name;
        var outcome = log.Lines.Any(f => f.Action is FindingAction.TextOnly) ? Outcome.Text : log.Lines.Any(f => f.Action is FindingAction.Drawn) ? Outcome.Raster : log.Lines.Any(f => f.Action is not FindingAction.Kept) || children.Any(c => c.Outcome != Outcome.Clean) ? Outcome.Cleaned : Outcome.Clean;
        return new(outcome, output, name, kind.Code(), written.Code(), log.Lines, children);
    }

    /// <summary>A document that came out on a lower level of its ladder.</summary>
    private static bool IsLower(FileKind kind, FileKind written) => written is FileKind.Pdf or FileKind.Text && kind is (>= FileKind.Rtf and <= FileKind.Ppt) or FileKind.Pdf && kind != written;

    /// <summary>見積.xlsx becomes 見積.xlsx.pdf, so that what it was can be seen; a name at its limit gives up its extension.</summary>
    private static string Appended(CleanedName name, string extension) =>
        name.Extension.Length > 0 && Encoding.UTF8.GetByteCount(name.Name) <= 240 ? name.Name + "." + extension : name.As(extension);

    /// <summary>ZP-08: a program with an archive behind it.</summary>
    private static bool UnpacksItself(Identified found)
    {
        List<FileKind> kinds = [found.Kind, .. found.Polyglot];
        return kinds.Contains(FileKind.Executable) && kinds.Any(k => k is FileKind.Zip or FileKind.SevenZip or FileKind.Rar or FileKind.Lzh or FileKind.Cab);
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

    /// <summary>OX-24: what the password opened is a file of its own, and must be the Office package its name says.</summary>
    private static (byte[] Output, FileKind Written) Opened(byte[] inner, FileContext context, CleanedName name, FindingLog log, List<ChildFile> children)
    {
        var found = Identifier.Identify(inner, context.Budget);
        if (found.Broken is { } broken) throw broken;
        var kind = DeclaredTypes.Agree(name, found.Kind, context.Policy, log);
        if (found.Polyglot.Count > 0 || found.End != inner.Length || OfficeKinds.Plain(kind) is null && kind != FileKind.Xlsb) throw new FileStop("ID-02", Outcome.Blocked, name.Name, new Dictionary<string, string> { ["ext"] = name.Extension, ["type"] = kind.Code() });
        log.Add("OX-24", context.Password is null ? FindingAction.Rewritten : context.Opened, name.Name);
        // The scanner sees what was inside, too (ID-11).
        children.Add(new(name.Name, kind.Code(), Outcome.Cleaned, new(inner), null, []));
        return Rebuild(inner, kind, found, context with { Policy = (context.Policy.General ?? context.Policy).For(kind) }, name, log, children);
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
                var page = TextFile.Read(b, name.Name, log);
                HtmlCharset.Check(page.Text, page.Label, name.Name, log);
                var html = HtmlToText.Convert(page.Text, LinkStyle.Defang, context.Limits, name.Name, log);
                log.Add("MB-01", FindingAction.TextOnly, name.Name);
                return ([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(TextCleaner.Clean(html.Text, name.Name, log))], FileKind.Text);
            case FileKind.Xml:
                return (XmlFile.Rebuild(b, name.Name, context.Limits, log), FileKind.Xml);
            case FileKind.Jpeg or FileKind.Png or FileKind.Gif or FileKind.Bmp or FileKind.Tiff or FileKind.Webp:
                return PictureFile.Rebuild(b, kind, found.Picture!, context, name.Name, log);
            case FileKind.Svg:
                return SvgFile.Rebuild(b, context, name.Name, log, children);
            case FileKind.Dxf:
                return (DxfFile.Rebuild(b, name.Name, log), FileKind.Dxf);
            case FileKind.Sxf:
                return (SxfFile.Rebuild(b, name.Name, log), FileKind.Sxf);
            case FileKind.Ichitaro when found.Compound is { } document:
                return (IchitaroFile.Rebuild(document, name.Name, log), FileKind.Text);
            case FileKind.Gzip when name.Extension is "svgz":
                return SvgFile.Rebuild(GzipFile.Content(b, context), context, name.Name, log, children);
            case FileKind.Zip:
                return (ArchiveFile.Rebuild(found.Zip!, context, log, children), FileKind.Zip);
            case FileKind.Pdf:
                return PdfFile.Rebuild(b, context, name.Name, log, children);
            case FileKind.Tar:
                return (TarFile.Rebuild(b, context, log, children), FileKind.Zip);
            case FileKind.Gzip:
                return (GzipFile.Rebuild(b, name, context, log, children), FileKind.Zip);
            case FileKind.SevenZip or FileKind.Rar or FileKind.Lzh or FileKind.Bzip2 or FileKind.Xz or FileKind.Zstd or FileKind.Compress:
                return (ToolArchive.Rebuild(b, kind, name, context, log, children), FileKind.Zip);
            case FileKind.Doc or FileKind.Xls or FileKind.Ppt:
                var (open, old) = OldCipher.Open(b, found.Compound!, kind, context, name.Name, log);
                OldOffice.Survey(old, kind, name.Name, log);
                return Levels(open, into => ConvertedFile.Rebuild(open, kind, context, name.Name, into, children));
            case FileKind.OoxmlEncrypted when found.Compound is { } locked:
                return Opened(EncryptedOffice.Open(locked, context, name.Name), context, name, log, children);
            case FileKind.Rtf:
                log.Add("RT-00", FindingAction.Rewritten, name.Name);
                var stripped = RtfStrip.Run(b, name.Name, log);
                return Levels(stripped, into => ConvertedFile.Rebuild(stripped, kind, context, name.Name, into, children));
            case FileKind.Xlsb when found.Zip is { } book:
                log.Add("OX-30", FindingAction.Rewritten, name.Name);
                if (book.Entries.Any(e => Encoding.Latin1.GetString(e.RawName).Contains("vbaProject", StringComparison.OrdinalIgnoreCase))) log.Add("OX-01", FindingAction.Removed, name.Name);
                return Levels(b, into => ConvertedFile.Rebuild(b, kind, context, name.Name, into, children));
            case FileKind.OfficeXml when OfficeXmlFile.Package(b, context.Limits, name.Name) is { } packed && Identifier.Identify(packed, context.Budget) is { Zip: { } unfolded } flat && OfficeKinds.Plain(flat.Kind) is { } written:
                log.Add("XM-01", FindingAction.Rewritten, name.Name);
                return Levels(packed, into => (OfficeFile.Rebuild(unfolded, flat.Kind, written, context, into, children), written));
            case FileKind.OfficeXml when OfficeXmlFile.Twin(b, context.Limits, name.Name) is { } shape:
                log.Add("XM-01", FindingAction.Rewritten, name.Name);
                return Levels(b, into => ConvertedFile.Rebuild(b, shape, context, name.Name, into, children));
            case FileKind.Ico:
                return IconFile.Rebuild(b, context, name.Name, log);
            case FileKind.Ics:
                return (CalendarFile.Rebuild(b, name.Name, log), FileKind.Ics);
            case FileKind.Vcf:
                return (ContactFile.Rebuild(b, context, name.Name, log, children), FileKind.Vcf);
            case FileKind.Eml:
                var mail = MailFile.Rebuild(b, context, name.Name, log, children);
                if (!mail.AsSpan().SequenceEqual(b)) log.Add("EM-01", FindingAction.Rewritten, name.Name);
                return (mail, FileKind.Eml);
            case FileKind.Msg:
                log.Add("MS-01", FindingAction.Rewritten, name.Name);
                return (MailFile.Rebuild(MsgFile.ToMail(found.Compound!, context, name.Name, log), context, name.Name, log, children), FileKind.Eml);
            case FileKind.Tnef:
                return (MailFile.Rebuild(TnefFile.ToMail(b, context, name.Name, log), context, name.Name, log, children), FileKind.Eml);
            case FileKind.Heic:
                return PictureFile.Photo(b, context, name.Name, log);
            case FileKind.Emf or FileKind.Wmf:
                return PictureFile.Metafile(b, context, name.Name, log);
            case >= FileKind.Odt and <= FileKind.Otg when found.Zip is { } odf:
                context.Budget.Enter(odf.Entries.Count, context.Name);
                return Levels(b, into => (new OdfRebuilder(odf, OfficeKinds.OpenDocumentType(kind), context, into, children).Run(), kind));
            default:
                if (OfficeKinds.Plain(kind) is { } plain && found.Zip is { } zip) return Levels(b, into => (OfficeFile.Rebuild(zip, kind, plain, context, into, children), plain));
                throw BlockedKinds.Stop(kind, name.Name);
        }

        (byte[], FileKind) Levels(byte[] original, Func<FindingLog, (byte[], FileKind)> rebuild) => new OfficeLevels(rebuild, original, context, name.Name, log).Run();
    }
}
