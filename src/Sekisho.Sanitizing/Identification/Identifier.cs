using Sekisho.Kernel;
using Sekisho.Sanitizing.Compound;
using Sekisho.Sanitizing.Containers;
using Sekisho.Sanitizing.TextFiles;

namespace Sekisho.Sanitizing.Identification;

/// <summary>ID-01, ID-04, ID-06, ID-07: asks every identifier; type is magic and a structure that holds to the end.</summary>
internal static class Identifier
{
    internal static Identified Identify(byte[] b, SanitiseBudget budget)
    {
        if (b.Length == 0 || b.AsSpan().IndexOfAnyExcept(b[0]) < 0) return new(FileKind.Empty, [], b.Length);
        var found = new List<Identified>();
        AddPictures(b, found);
        if (Zip(b, budget) is { } zip) found.Add(zip);
        if (Pdf(b) is { } pdf) found.Add(pdf);
        if (b.AsSpan().StartsWith(CompoundDocument.Magic)) found.Add(Compound(b));
        var text = TextGuess.Read(b);
        foreach (var kind in Signatures.Of(b).Distinct())
            if (text is null || IsTextual(kind)) found.Add(new(kind, [], b.Length));
        if (found.Count == 0) return text is null ? new(FileKind.Unknown, [], b.Length) : new(TextKinds.Classify(text.Text), [], b.Length) { Text = text };
        return found[0] with { Polyglot = [.. found.Skip(1).Select(f => f.Kind).Where(k => k != found[0].Kind)] };
    }

    /// <summary>What the bytes behind the logical end are, for ID-05; Unknown for harmless padding.</summary>
    internal static FileKind TailKind(byte[] b, int end, SanitiseBudget budget)
    {
        var tail = b.AsSpan(end).ToArray();
        if (tail.AsSpan().IndexOfAnyExcept("\0\r\n "u8) < 0) return FileKind.Unknown;
        var kind = Identify(tail, new SanitiseBudget(budget.Limits)).Kind;
        // A tail that merely reads as characters is a leftover, unless it says what it is.
        return kind is FileKind.Text or FileKind.Empty or FileKind.Csv ? FileKind.Unknown : kind;
    }

    private static void AddPictures(byte[] b, List<Identified> found)
    {
        Add(FileKind.Jpeg, b is [0xFF, 0xD8, 0xFF, ..], JpegWalk.Read);
        Add(FileKind.Png, b.AsSpan().StartsWith(PngWalk.Magic), PngWalk.Read);
        Add(FileKind.Gif, b.AsSpan().StartsWith("GIF87a"u8) || b.AsSpan().StartsWith("GIF89a"u8), GifWalk.Read);
        Add(FileKind.Tiff, b.AsSpan().StartsWith("II*\0"u8) || b.AsSpan().StartsWith("MM\0*"u8), TiffWalk.Read);
        Add(FileKind.Webp, b.Length > 12 && b.AsSpan().StartsWith("RIFF"u8) && b.AsSpan(8).StartsWith("WEBP"u8), WebpWalk.Read);
        if (BmpWalk.Read(b) is { } bmp) found.Add(new(FileKind.Bmp, [], Math.Min(b.Length, bmp.End)) { Picture = bmp });

        void Add(FileKind kind, bool magic, Func<byte[], PictureShape?> read)
        {
            if (!magic) return;
            var shape = read(b);
            found.Add(new(kind, [], shape?.End ?? b.Length) { Picture = shape, Broken = shape is null ? new("ID-01", Outcome.Blocked, kind.Code()) : null });
        }
    }

    private static Identified? Zip(byte[] b, SanitiseBudget budget)
    {
        var magic = StrictZip.LooksLikeZip(b);
        // An end record behind other magic is how PE+ZIP, GIF+JAR and PDF+ZIP are made: read it as the second answer.
        if (!magic) return HasZipEnd(b) ? new(FileKind.Zip, [], b.Length) { Broken = new("ID-04", Outcome.Blocked, "zip") } : null;
        try
        {
            var zip = new StrictZip(b, budget);
            var kind = OfficeKinds.Of(zip);
            return new(kind, [], zip.TailStart) { Zip = zip };
        }
        catch (FileStop stop) { return new(FileKind.Zip, [], b.Length) { Broken = stop }; }
    }

    private static bool HasZipEnd(byte[] b)
    {
        var from = Math.Max(0, b.Length - 65_557);
        var at = b.AsSpan(from).LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || from + at + 22 > b.Length) return false;
        var end = from + at;
        var count = ZipDirectory.U16(b, end + 10);
        var length = ZipDirectory.U32(b, end + 12);
        // An old office document carries its theme and the packages put into it as ZIP streams of its own; of what is written nothing is copied from it. One that ends the file was put behind.
        if (b.AsSpan().StartsWith(CompoundDocument.Magic) && end + 22 + ZipDirectory.U16(b, end + 20) != b.Length) return false;
        return count > 0 && length > 46 && length <= end && b.AsSpan((int)(end - length)).StartsWith("PK\x01\x02"u8) && !IsAttached(b, end);
    }

    /// <summary>An archive that is all there is between the two words of one stream of a PDF is an attachment of it (PD-08), no second face.</summary>
    private static bool IsAttached(byte[] b, int end)
    {
        var start = end - ZipDirectory.U32(b, end + 12) - ZipDirectory.U32(b, end + 16);
        if (!b.AsSpan().StartsWith("%PDF-"u8) || start is < 8 || !b.AsSpan((int)start).StartsWith("PK\x03\x04"u8)) return false;
        var behind = end + 22 + ZipDirectory.U16(b, end + 20);
        return behind < b.Length && b.AsSpan(0, (int)start).TrimEnd("\r\n"u8).EndsWith("stream"u8) && b.AsSpan(behind).TrimStart("\r\n"u8).StartsWith("endstream"u8);
    }

    /// <summary>PDF: header at the start (white space or one byte order mark may stand before it, ID-04), an end mark; where the last one ends is the logical end.</summary>
    private static Identified? Pdf(byte[] b)
    {
        var at = b.AsSpan(0, Math.Min(b.Length, 1_100)).IndexOf("%PDF-"u8);
        if (at < 0 || at + 8 > b.Length || b[at + 5] is not ((byte)'1' or (byte)'2') || b[at + 6] != '.') return null;
        var front = b.AsSpan(0, at);
        var clean = at == 0 || front.IndexOfAnyExcept(" \t\r\n\f\0"u8) < 0 || front.SequenceEqual((byte[])[0xEF, 0xBB, 0xBF]);
        if (clean && b.AsSpan().IndexOf(" obj"u8) > 0) return new(FileKind.Pdf, [], PdfEnd(b));
        // Metafiles of the Macintosh carry the same drawing as PDF; only pixels are written of them.
        if (!clean && b.AsSpan(40).StartsWith(" EMF"u8)) return null;
        // Text that talks about PDF is text; a PDF hidden behind something else has its end as well.
        return b.AsSpan().LastIndexOf("startxref"u8) > at ? new(FileKind.Pdf, [], b.Length) { Broken = new("ID-04", Outcome.Blocked, "pdf") } : null;
    }

    private static int PdfEnd(byte[] b)
    {
        var mark = b.AsSpan().LastIndexOf("%%EOF"u8);
        if (mark < 0) return b.Length;
        var end = mark + 5;
        while (end < b.Length && b[end] is 0 or 9 or 10 or 12 or 13 or 32) end++;
        return end;
    }

    private static Identified Compound(byte[] b)
    {
        try
        {
            var file = new CompoundDocument(b);
            return new(CompoundKinds.Of(file), [], b.Length) { Compound = file };
        }
        catch (FileStop stop) { return new(FileKind.Cfb, [], b.Length) { Broken = stop }; }
    }

    private static bool IsTextual(FileKind kind) => kind is FileKind.Rtf or FileKind.Key or FileKind.Sxf or FileKind.PostScript;
}
