namespace Sekisho.Tests.Sanitizing.Fuzz;

/// <summary>How the files of each format are taken apart to be changed.</summary>
internal static class FuzzFormats
{
    private static readonly Dictionary<string, Func<byte[], Random, byte[]>> Changes = new(StringComparer.Ordinal)
    {
        ["pdf"] = PdfChange.Run, ["png"] = Packages.Png, ["jpg"] = Packages.Jpeg, ["gz"] = Packages.Gzip,
        ["svg"] = Packages.Markup, ["html"] = Packages.Markup, ["xml"] = Packages.Markup,
        ["eml"] = Lines, ["ics"] = Lines, ["vcf"] = Lines, ["csv"] = Lines, ["txt"] = Lines, ["dxf"] = Lines, ["sfc"] = Lines, ["p21"] = Lines,
        ["rtf"] = (b, r) => Pieces.Join(Pieces.Change(Pieces.Split(b, "{}\\", "{} "), r, Dictionaries.Rtf)),
    };

    /// <summary>Formats of the command line, as the table of results groups them, and the extensions each takes its seeds from.</summary>
    internal static readonly Dictionary<string, string[]> Groups = new(StringComparer.Ordinal)
    {
        ["docx"] = ["docx", "dotx"], ["xlsx"] = ["xlsx"], ["pptx"] = ["pptx"], ["pdf"] = ["pdf"], ["odf"] = ["odt", "ods", "odp"], ["png"] = ["png"], ["jpeg"] = ["jpg"], ["gif"] = ["gif"], ["tiff"] = ["tif"],
        ["bmp"] = ["bmp"], ["webp"] = ["webp"], ["zip"] = ["zip"], ["archives"] = ["tar", "gz", "7z", "rar", "lzh", "xz", "zst"], ["eml"] = ["eml"], ["msg"] = ["msg"], ["tnef"] = ["dat"], ["html"] = ["html"], ["svg"] = ["svg"],
        ["rtf"] = ["rtf"], ["doc"] = ["doc", "xls", "ppt"], ["cards"] = ["ics", "vcf"], ["text"] = ["txt", "csv", "xml"], ["drawing"] = ["dxf", "sfc", "p21", "wmf", "emf"],
    };

    /// <summary>Another file of the same kind, changed a little.</summary>
    internal static byte[] Change(string extension, byte[] seed, Random r) =>
        Changes.TryGetValue(extension, out var change) ? change(seed, r)
        : seed.AsSpan().StartsWith("PK"u8) ? Packages.Zip(seed, r) : Words(seed, r);

    private static byte[] Lines(byte[] b, Random r) => Pieces.Join(Pieces.Change(Pieces.Split(b, "", r.Next(3) == 0 ? "\n;:=,\"" : "\n"), r, Dictionaries.Mail));

    /// <summary>Compound files, pictures, winmail.dat: numbers at the edges of their range, whole sectors moved.</summary>
    private static byte[] Words(byte[] b, Random r)
    {
        if (b.Length > 1_024 && r.Next(4) == 0)
        {
            var size = r.Next(2) == 0 ? 512 : 128;
            var sectors = Enumerable.Range(0, (b.Length + size - 1) / size).Select(i => b[(i * size)..Math.Min(b.Length, (i + 1) * size)]).ToList();
            return Pieces.Join(Pieces.Change(sectors, r, []));
        }
        for (var n = Pieces.Few(r) * 2; n > 0; n--) b = Pieces.Bytes(b, r);
        return b;
    }
}
