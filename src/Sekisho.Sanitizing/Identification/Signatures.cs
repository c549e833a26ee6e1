namespace Sekisho.Sanitizing.Identification;

/// <summary>Magic numbers of formats whose structure is not read because they are never passed on: naming them is enough to block with the right sentence.</summary>
internal static class Signatures
{
    private static readonly (int At, byte[] Magic, FileKind Kind)[] Table =
    [
        (0, [0x4D, 0x5A], FileKind.Executable),
        (0, [0x7F, 0x45, 0x4C, 0x46], FileKind.Executable),
        (0, [0xFE, 0xED, 0xFA, 0xCE], FileKind.Executable), (0, [0xFE, 0xED, 0xFA, 0xCF], FileKind.Executable),
        (0, [0xCE, 0xFA, 0xED, 0xFE], FileKind.Executable), (0, [0xCF, 0xFA, 0xED, 0xFE], FileKind.Executable),
        (0, [0xCA, 0xFE, 0xBA, 0xBE], FileKind.Java), (0, [0x00, 0x61, 0x73, 0x6D, 0x01], FileKind.Executable), (0, "dex\n03"u8.ToArray(), FileKind.Executable),
        (0, "FWS"u8.ToArray(), FileKind.Executable), (0, "CWS"u8.ToArray(), FileKind.Executable), (0, "ZWS"u8.ToArray(), FileKind.Executable),
        (0, [0x4C, 0, 0, 0, 0x01, 0x14, 0x02, 0], FileKind.Shortcut),
        (0, [0xE4, 0x52, 0x5C, 0x7B, 0x8C, 0xD8, 0xA7, 0x4D], FileKind.OneNote), (0, [0xA1, 0x2F, 0xFF, 0x43, 0xD9, 0xEF, 0x76, 0x4C], FileKind.OneNote),
        (0, "ITSF"u8.ToArray(), FileKind.Help), (0, [0x3F, 0x5F, 0x03, 0x00], FileKind.Help),
        (0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], FileKind.SevenZip), (0, [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], FileKind.Rar),
        (0, "BZh"u8.ToArray(), FileKind.Bzip2), (0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], FileKind.Xz),
        (0, [0x28, 0xB5, 0x2F, 0xFD], FileKind.Zstd), (0, [0x1F, 0x9D], FileKind.Compress),
        (0, "MSCF"u8.ToArray(), FileKind.Cab), (0, "!<arch>\n"u8.ToArray(), FileKind.ArchiveOther), (0, [0xED, 0xAB, 0xEE, 0xDB], FileKind.ArchiveOther),
        (0, "xar!"u8.ToArray(), FileKind.ArchiveOther), (0, "070701"u8.ToArray(), FileKind.ArchiveOther), (0, [0x60, 0xEA], FileKind.ArchiveOther), (7, "**ACE**"u8.ToArray(), FileKind.ArchiveOther),
        (0, "MSWIM\0\0\0"u8.ToArray(), FileKind.Iso), (0x8001, "CD001"u8.ToArray(), FileKind.Iso), (0, "vhdxfile"u8.ToArray(), FileKind.Iso), (0, "conectix"u8.ToArray(), FileKind.Iso), (0, "KDMV"u8.ToArray(), FileKind.Iso),
        (0, [0x78, 0x9F, 0x3E, 0x22], FileKind.Tnef),
        (0, [0xD7, 0xCD, 0xC6, 0x9A], FileKind.Wmf), (40, " EMF"u8.ToArray(), FileKind.Emf),
        (0, [0, 0, 1, 0], FileKind.Ico), (0, [0, 0, 2, 0], FileKind.Ico), (0, "8BPS"u8.ToArray(), FileKind.Psd),
        (0, [0, 0, 0, 0x0C, 0x6A, 0x50, 0x20, 0x20], FileKind.Jpeg2000), (0, [0xFF, 0x4F, 0xFF, 0x51], FileKind.Jpeg2000),
        (0, "%!PS"u8.ToArray(), FileKind.PostScript), (0, [0xC5, 0xD0, 0xD3, 0xC6], FileKind.PostScript),
        (0, "AC10"u8.ToArray(), FileKind.Dwg), (0, "JwwData."u8.ToArray(), FileKind.Jww), (0, "ISO-10303-21;"u8.ToArray(), FileKind.Sxf), (0, "AutoCAD Binary DXF"u8.ToArray(), FileKind.Dxf),
        (0, "ID3"u8.ToArray(), FileKind.Media), (0, [0x1A, 0x45, 0xDF, 0xA3], FileKind.Media), (0, "OggS"u8.ToArray(), FileKind.Media), (0, "fLaC"u8.ToArray(), FileKind.Media),
        (0, [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11], FileKind.Media), (0, [0, 0, 1, 0xBA], FileKind.Media), (0, [0, 0, 1, 0xB3], FileKind.Media), (0, "MThd"u8.ToArray(), FileKind.Media),
        (0, [0, 1, 0, 0, 0], FileKind.Font), (0, "OTTO"u8.ToArray(), FileKind.Font), (0, "ttcf"u8.ToArray(), FileKind.Font), (0, "wOFF"u8.ToArray(), FileKind.Font), (0, "wOF2"u8.ToArray(), FileKind.Font),
        // Folded in the middle of a character they read as no text (IC-05).
        (0, "BEGIN:VCALENDAR"u8.ToArray(), FileKind.Ics), (0, "BEGIN:VCARD"u8.ToArray(), FileKind.Vcf),
        (0, [0x03, 0xD9, 0xA2, 0x9A], FileKind.Key), (0, "-----BEGIN "u8.ToArray(), FileKind.Key), (0, "{\\rt"u8.ToArray(), FileKind.Rtf), (0, "!BDN"u8.ToArray(), FileKind.ArchiveOther),
    ];

    internal static IEnumerable<FileKind> Of(byte[] b)
    {
        foreach (var (at, magic, kind) in Table)
            if (b.Length >= at + magic.Length && b.AsSpan(at, magic.Length).SequenceEqual(magic)) yield return kind;
        if (b.Length > 12 && b.AsSpan(4, 4).SequenceEqual("ftyp"u8)) yield return Brand(b);
        if (b.Length > 12 && b.AsSpan().StartsWith("RIFF"u8) && !b.AsSpan(8, 4).SequenceEqual("WEBP"u8)) yield return FileKind.Media;
        if (b.Length > 2 && b[0] == 0xFF && (b[1] & 0xE0) == 0xE0 && b[1] is not (0xD8 or 0xFE or 0xFF or 0xF1 or 0xF9)) yield return FileKind.Media;
        if (b.Length > 21 && b[2] == '-' && b[3] is (byte)'l' or (byte)'p' && b[6] == '-') yield return FileKind.Lzh;
        if (b.Length >= 512 && b.AsSpan(257, 5).SequenceEqual("ustar"u8)) yield return FileKind.Tar;
        if (b.Length > 18 && b[0] == 0x1F && b[1] == 0x8B && b[2] == 8) yield return FileKind.Gzip;
        // Without the placeable header ([MS-WMF] 2.3.2.2): in memory or on disk, nine words, version 1.0 or 3.0.
        if (b.Length > 24 && b[0] is 1 or 2 && b.AsSpan(1, 4).SequenceEqual((byte[])[0, 9, 0, 0]) && b[5] is 1 or 3) yield return FileKind.Wmf;
    }

    private static FileKind Brand(byte[] b) => b.AsSpan(8, 4) switch
    {
        var s when s.SequenceEqual("heic"u8) || s.SequenceEqual("heix"u8) || s.SequenceEqual("mif1"u8) || s.SequenceEqual("avif"u8) || s.SequenceEqual("msf1"u8) => FileKind.Heic,
        _ => FileKind.Media,
    };
}
