using System.Globalization;
using System.Text.Json.Nodes;
using Sekisho.Bench.Support;

namespace Sekisho.Bench.Fidelity;

/// <summary>
/// <c>fidelity [FOLDER]</c>: harmless documents of other programs through <c>sekisho sanitise --batch</c>, then both sides drawn by the same program and compared: characters, pages,
/// pictures of the pages, formulas. Bars of the specification: text 99.9 %, picture 0.98 on the worst page. The worst file is named.
/// </summary>
internal static class FidelityBench
{
    private const double TextBar = 0.999, PictureBar = 0.98;
    private static readonly Dictionary<string, string> Twins = new(StringComparer.Ordinal) { [".doc"] = ".docx", [".rtf"] = ".docx", [".xls"] = ".xlsx", [".ppt"] = ".pptx" };

    internal static int Run(string? given)
    {
        var machine = Machine.Describe();
        var made = given ?? MadeDocuments.Folder();
        var work = Directory.CreateTempSubdirectory("sekisho-fidelity-").FullName;
        try
        {
            var rows = Measure(made, work);
            var missed = rows.Where(r => !r.Passes(TextBar, PictureBar)).ToList();
            var whole = rows.Where(r => r.Fault.Length == 0).ToList();
            string[] head =
            [
                string.Create(CultureInfo.InvariantCulture, $"{rows.Count} files of LibreOffice, Chromium, cairo, Ghostscript, qpdf, libvips; {rows.Count - missed.Count} pass (text ≥ 99.9 %, pages equal, picture of the worst page ≥ 0.98)"),
                string.Create(CultureInfo.InvariantCulture, $"worst text: {whole.MinBy(r => r.Text)!.Name} {whole.Min(r => r.Text):P2}; worst picture: {whole.MinBy(r => r.Picture)!.Name} {whole.Min(r => r.Picture):F4}"),
                .. missed.Select(r => "missed: " + r),
            ];
            Results.Append("fidelity", TimeProvider.System.GetUtcNow(), machine, [.. head, .. rows.Select(r => r.ToString())]);
            return missed.Count == 0 ? 0 : 1;
        }
        finally { Directory.Delete(work, recursive: true); }
    }

    private static List<FidelityRow> Measure(string made, string work)
    {
        var (before, after) = (Sub(work, "before"), Sub(work, "after"));
        Programs.Run(work, Environment.ProcessPath is { } dotnet && Path.GetFileName(dotnet) == "dotnet" ? dotnet : "dotnet", Path.Combine(AppContext.BaseDirectory, "sekisho.dll"), "sanitise", "--batch", made, "-o", Path.Combine(work, "out"));
        var report = JsonNode.Parse(File.ReadAllText(Path.Combine(work, "out", "sekisho-report.json")))!;
        var pairs = new List<(string Name, string Outcome, string Before, string After, long Size)>();
        foreach (var line in report["files"]!.AsArray())
        {
            var name = line!["path"]!.GetValue<string>();
            var written = line["written"]!.GetValue<string>();
            var stem = name.Replace('.', '_');
            string a = Path.Combine(before, stem + Path.GetExtension(name)), b = written.Length == 0 ? "" : Path.Combine(after, stem + Path.GetExtension(written));
            File.Copy(Path.Combine(made, name), a);
            if (b.Length > 0) File.Copy(Path.Combine(work, "out", written), b);
            pairs.Add((name, line["outcome"]!.GetValue<string>(), a, b, b.Length == 0 ? 0 : new FileInfo(b).Length));
        }
        string[] drawn = [".pdf", ".png", ".jpg", ".gif", ".tif", ".webp"];
        foreach (var folder in (string[])[before, after]) Programs.Convert(folder, "pdf", folder, [.. Directory.GetFiles(folder).Where(f => !drawn.Contains(Path.GetExtension(f)))]);
        Converted(before, Sub(work, "twin"));
        return [.. pairs.Select(p => Compare(work, p.Name, p.Outcome, p.Before, p.After, p.Size)).OrderBy(r => r.Name, StringComparer.Ordinal)];
    }

    /// <summary>The old files through the converter alone, and drawn.</summary>
    private static void Converted(string before, string twins)
    {
        foreach (var (old, twin) in Twins)
            if (Directory.GetFiles(before).Where(f => Path.GetExtension(f) == old).ToArray() is { Length: > 0 } files) Programs.Convert(before, twin[1..], twins, files);
        if (Directory.GetFiles(twins) is { Length: > 0 } made) Programs.Convert(twins, "pdf", twins, made);
    }

    private static FidelityRow Compare(string work, string name, string outcome, string before, string after, long size)
    {
        var ratio = size / (double)Math.Max(1, new FileInfo(before).Length);
        if (after.Length == 0) return new(name, outcome, 0, 0, 0, 0, ratio, "nothing written");
        var (a, b) = (Drawn(before), Drawn(after));
        if (a.EndsWith(".pdf", StringComparison.Ordinal) && (!File.Exists(a) || !File.Exists(b))) return new(name, outcome, 0, 0, 0, 0, ratio, "not opened by LibreOffice");
        var (text, picture, pagesBefore, pagesAfter) = Alike(work, a, b);
        var fault = name.EndsWith(".xlsx", StringComparison.Ordinal) && Formulas(work, before) != Formulas(work, after) ? "formulas differ" : "";
        var twin = Path.Combine(work, "twin", Path.GetFileNameWithoutExtension(before) + ".pdf");
        if (!Twins.ContainsKey(Path.GetExtension(name)) || !File.Exists(twin)) return new(name, outcome, text, picture, pagesBefore, pagesAfter, ratio, fault);
        var (alone, against) = (Alike(work, a, twin), Alike(work, twin, b));
        return new(name, outcome, text, picture, pagesBefore, pagesAfter, ratio, fault)
        {
            Converter = string.Create(CultureInfo.InvariantCulture, $"the converter alone: text {alone.Text * 100:F2} %, picture {alone.Picture:F4}; the output against the converter's product: text {against.Text * 100:F2} %, picture {against.Picture:F4}"),
        };
    }

    private static (double Text, double Picture, int PagesBefore, int PagesAfter) Alike(string work, string a, string b)
    {
        var (pagesA, pagesB) = (Pages(work, "a", a), Pages(work, "b", b));
        var text = a.EndsWith(".pdf", StringComparison.Ordinal) ? Likeness.OfTexts(Programs.Run(work, "pdftotext", a, "-").Output, Programs.Run(work, "pdftotext", b, "-").Output) : 1;
        return (text, pagesA.Count == pagesB.Count ? pagesA.Zip(pagesB).Min(p => Likeness.OfPictures(p.First, p.Second)) : 0, pagesA.Count, pagesB.Count);
    }

    private static string Drawn(string file) => Path.GetExtension(file) is ".pdf" or ".png" or ".jpg" or ".gif" or ".tif" or ".webp" ? file : Path.ChangeExtension(file, ".pdf");

    private static List<(int Width, int Height, byte[] Grey)> Pages(string work, string side, string file)
    {
        var folder = Sub(work, side + "-" + Path.GetFileName(file));
        // Pages of an earlier comparison under this name would count.
        foreach (var old in Directory.GetFiles(folder)) File.Delete(old);
        if (file.EndsWith(".pdf", StringComparison.Ordinal)) Programs.Must(folder, "pdftoppm", "-gray", "-r", "72", file, "p");
        else
        {
            Programs.Must(folder, "vips", "colourspace", file, "grey.v", "b-w");
            Programs.Must(folder, "vips", "extract_band", "grey.v", "one.v", "0");
            Programs.Must(folder, "vips", "copy", "one.v", "p.pgm");
        }
        return [.. Directory.GetFiles(folder, "*.pgm").Order(StringComparer.Ordinal).Select(Likeness.ReadPgm)];
    }

    /// <summary>Every cell as it would be typed, all sheets.</summary>
    private static string Formulas(string work, string file)
    {
        var folder = Sub(work, "cells-" + Path.GetFileName(Path.GetDirectoryName(file)!) + Path.GetFileNameWithoutExtension(file));
        Programs.Convert(Path.GetDirectoryName(file)!, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1", folder, file);
        return string.Join("\n", Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllText));
    }

    private static string Sub(string work, string name) => Directory.CreateDirectory(Path.Combine(work, name)).FullName;
}
