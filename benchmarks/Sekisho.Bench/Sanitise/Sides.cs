using System.Diagnostics;
using System.Globalization;
using System.Text;
using Sekisho.Bench.Support;

namespace Sekisho.Bench.Sanitise;

/// <summary>The ways that are compared, each in its batch mode: a folder of files in, seconds on the wall and the sum of sizes out. Null where the program is absent.</summary>
internal static class Sides
{
    /// <summary>What a person calls: the script that starts the published program.</summary>
    internal static string Program => Path.Combine(Results.Repository(), "sekisho");

    internal static (double Seconds, long Bytes)? Ours(string work, string folder)
    {
        var into = Path.Combine(work, "ours");
        var clock = Stopwatch.StartNew();
        Programs.Run(work, Program, "sanitise", "--batch", folder, "-o", into);
        var took = clock.Elapsed.TotalSeconds;
        var written = Directory.GetFiles(into).Where(f => !Path.GetFileName(f).StartsWith("sekisho-", StringComparison.Ordinal)).ToList();
        if (written.Count != Directory.GetFiles(folder).Length) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"only {written.Count} results in {folder}"));
        return Ended(took, into, written);
    }

    internal static (double Seconds, long Bytes)? Mat2(string work, string folder)
    {
        if (!Programs.Has("mat2")) return null;
        var clock = Stopwatch.StartNew();
        // Left to itself it refuses documents with comments or notes, which are the usual ones.
        Programs.Run(work, "mat2", ["--unknown-members", "omit", .. Directory.GetFiles(folder)]);
        var took = clock.Elapsed.TotalSeconds;
        var cleaned = Directory.GetFiles(folder, "*.cleaned.*");
        var size = cleaned.Sum(f => new FileInfo(f).Length);
        if (cleaned.Length == 0) return null;
        foreach (var f in cleaned) File.Delete(f);
        return (took, size);
    }

    internal static (double Seconds, long Bytes)? Qpdf(string work, string folder)
    {
        var into = Directory.CreateDirectory(Path.Combine(work, "qpdf")).FullName;
        var clock = Stopwatch.StartNew();
        foreach (var f in Directory.GetFiles(folder)) Programs.Must(work, "qpdf", f, Path.Combine(into, Path.GetFileName(f)));
        return Ended(clock.Elapsed.TotalSeconds, into, Directory.GetFiles(into));
    }

    /// <summary>LibreOffice to PDF in one start, pages at 150 dots an inch, packed as a PDF of pictures.</summary>
    internal static (double Seconds, long Bytes)? Pixels(string work, string folder)
    {
        var into = Directory.CreateDirectory(Path.Combine(work, "pixels")).FullName;
        var clock = Stopwatch.StartNew();
        Programs.Convert(into, "pdf", into, Directory.GetFiles(folder));
        foreach (var pdf in Directory.GetFiles(into, "*.pdf"))
        {
            Programs.Must(into, "pdftoppm", "-r", "150", "-jpeg", pdf, Path.GetFileNameWithoutExtension(pdf) + "-p");
            var pages = Directory.GetFiles(into, Path.GetFileNameWithoutExtension(pdf) + "-p*.jpg").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
            File.WriteAllBytes(pdf, PictureBook(pages));
        }
        return Ended(clock.Elapsed.TotalSeconds, into, Directory.GetFiles(into, "*.pdf"));
    }

    /// <summary>The least a PDF of pictures needs: one object a page, one a picture.</summary>
    private static byte[] PictureBook(List<byte[]> jpegs)
    {
        var output = new MemoryStream();
        void Put(string text) => output.Write(Encoding.Latin1.GetBytes(text));
        Put("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count " + jpegs.Count.ToString(CultureInfo.InvariantCulture) + "/Kids[" + string.Join(' ', jpegs.Select((_, i) => FormattableString.Invariant($"{3 + i * 2} 0 R"))) + "]>>endobj\n");
        for (var i = 0; i < jpegs.Count; i++)
        {
            Put(FormattableString.Invariant($"{3 + i * 2} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I {4 + i * 2} 0 R>>>>>>endobj\n{4 + i * 2} 0 obj<</Subtype/Image/Filter/DCTDecode/Length {jpegs[i].Length}>>stream\n"));
            output.Write(jpegs[i]);
            Put("\nendstream endobj\n");
        }
        Put("trailer<</Root 1 0 R>>\n%%EOF\n");
        return output.ToArray();
    }

    private static (double, long)? Ended(double seconds, string into, IReadOnlyList<string> files)
    {
        var size = files.Sum(f => new FileInfo(f).Length);
        Directory.Delete(into, recursive: true);
        return files.Count == 0 ? null : (seconds, size);
    }
}
