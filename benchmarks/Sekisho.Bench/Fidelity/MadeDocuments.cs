using Sekisho.Bench.Support;

namespace Sekisho.Bench.Fidelity;

/// <summary>Harmless documents by programs that are not ours: LibreOffice from flat sources, Chromium, cairo, Ghostscript, poppler, qpdf, libvips. A program that is absent leaves its files out.</summary>
internal static class MadeDocuments
{
    private static string Sources => Path.Combine(Results.Repository(), "benchmarks", "Sekisho.Bench", "Fidelity", "sources");

    /// <summary>The folder artifacts/made, filled once; taken away by hand, it is made anew.</summary>
    internal static string Folder()
    {
        var folder = Path.Combine(Results.Repository(), "artifacts", "made");
        if (Directory.Exists(folder)) return folder;
        var work = Directory.CreateDirectory(folder + ".part").FullName;
        Make(Directory.CreateDirectory(Path.Combine(work, "made")).FullName);
        Directory.Move(Path.Combine(work, "made"), folder);
        Directory.Delete(work, recursive: true);
        return folder;
    }

    private static void Make(string folder)
    {
        foreach (var (source, types) in ((string, string[])[])[("letter.fodt", ["docx", "odt", "pdf", "rtf", "doc"]), ("ledger.fods", ["xlsx"]), ("talk.fodp", ["pptx", "odp", "pdf", "ppt"])])
            foreach (var type in types) Programs.Convert(folder, type, folder, Path.Combine(Sources, source));
        // LibreOffice 7.4 ends on writing ODS straight from a flat sheet with a chart.
        foreach (var type in (string[])["ods", "pdf", "xls"]) Programs.Convert(folder, type, folder, "ledger.xlsx");
        Browser(folder);
        if (Programs.Has("cairosvg")) Programs.Must(folder, "cairosvg", Path.Combine(Sources, "drawing.svg"), "-o", "drawing-cairo.pdf");
        Programs.Must(folder, "pdftocairo", "-pdf", "letter.pdf", "letter-cairo.pdf");
        if (Programs.Has("gs")) Ghostscript(folder);
        Variants(folder);
        Pictures(folder);
    }

    private static void Browser(string folder)
    {
        if (!Programs.Has("chromium")) return;
        Programs.Run(folder, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--user-data-dir=" + Path.Combine(folder, "..", "browser"), "--print-to-pdf=" + Path.Combine(folder, "page-chromium.pdf"), "file://" + Path.Combine(Sources, "page.html"));
    }

    private static void Ghostscript(string folder)
    {
        string[] usual = ["-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite"];
        Programs.Must(folder, "gs", [.. usual, "-sOutputFile=form-gs.pdf", Path.Combine(Sources, "form.ps")]);
        Programs.Must(folder, "gs", [.. usual, "-sOutputFile=letter-gs.pdf", "letter.pdf"]);
        Programs.Must(folder, "gs", [.. usual, "-dCompatibilityLevel=1.3", "-sOutputFile=talk-gs13.pdf", "talk.pdf"]);
    }

    private static void Variants(string folder)
    {
        foreach (var (name, options) in ((string, string[])[])
        [
            ("linear", ["--linearize"]), ("packed", ["--object-streams=generate"]), ("plain", ["--qdf", "--object-streams=disable"]), ("open", ["--stream-data=uncompress"]),
            ("aes", ["--encrypt", "", "owner", "256", "--"]), ("rc4", ["--allow-weak-crypto", "--encrypt", "", "owner", "40", "--"]),
        ])
            Programs.Must(folder, "qpdf", [.. options, "ledger.pdf", "ledger-" + name + ".pdf"]);
        Programs.Must(folder, "qpdf", "talk.pdf", "--rotate=+90:2", "--pages", "talk.pdf", "3,1-2", "--", "talk-turned.pdf");
    }

    private static void Pictures(string folder)
    {
        Programs.Must(folder, "pdftoppm", "-r", "60", "-png", "-f", "1", "-l", "1", "-singlefile", "talk.pdf", "slide");
        foreach (var type in (string[])["jpg[Q=92]", "gif", "tif", "webp"]) Programs.Must(folder, "vips", "copy", "slide.png", "slide." + type);
    }
}
