using System.Globalization;
using System.Text;
using Sekisho.Bench.Fidelity;
using Sekisho.Tests.Sanitizing.Files;

namespace Sekisho.Bench.Sanitise;

/// <summary>What is measured: copies of the made documents, and documents of a wanted size.</summary>
internal static class SpeedFiles
{
    internal static readonly (string Name, string[] Files, bool Office)[] Kinds =
    [
        ("docx", ["letter.docx"], true), ("xlsx", ["ledger.xlsx"], true), ("pptx", ["talk.pptx"], true),
        ("pdf", ["letter.pdf", "ledger.pdf", "talk.pdf", "page-chromium.pdf", "letter-gs.pdf"], false), ("png", ["slide.png"], false), ("jpg", ["slide.jpg"], false),
    ];

    /// <summary>A folder of <paramref name="count"/> files of one kind.</summary>
    internal static void Fill(string folder, string[] files, int count)
    {
        Directory.CreateDirectory(folder);
        for (var i = 0; i < count; i++)
        {
            var file = files[i % files.Length];
            File.Copy(Path.Combine(MadeDocuments.Folder(), file), Path.Combine(folder, i.ToString("D4", CultureInfo.InvariantCulture) + Path.GetExtension(file)));
        }
    }

    /// <summary>A docx of about this many bytes: paragraphs of words that pack badly.</summary>
    internal static byte[] Docx(int bytes)
    {
        var r = new Random(3);
        var body = new StringBuilder();
        for (var packed = 0; packed < bytes; packed += 100)
        {
            var text = new char[48];
            for (var i = 0; i < text.Length; i++) text[i] = (char)('一' + r.Next(8_000));
            body.Append("<w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>").Append(text).Append("</w:t></w:r></w:p>");
        }
        return SomeOffice.Docx(body.ToString()).Build();
    }

    /// <summary>A presentation of about this many bytes, nearly all of it pictures of noise.</summary>
    internal static byte[] Pptx(long bytes)
    {
        var r = new Random(4);
        var shapes = new StringBuilder();
        var pictures = new List<byte[]>();
        for (long packed = 0; packed < bytes; packed += pictures[^1].Length)
        {
            pictures.Add(Noise(r, 900, 900));
            shapes.Append(CultureInfo.InvariantCulture, $"<p:pic><p:nvPicPr><p:cNvPr id=\"{pictures.Count + 10}\" name=\"図\"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed=\"rIdP{pictures.Count}\"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr/></p:pic>");
        }
        var office = SomeOffice.Pptx(shapes.ToString());
        for (var i = 1; i <= pictures.Count; i++)
            office.Part(FormattableString.Invariant($"ppt/media/image{i}.png"), pictures[i - 1]).Rel("ppt/slides/slide1.xml", FormattableString.Invariant($"rIdP{i}"), SomeOffice.Office + "image", FormattableString.Invariant($"../media/image{i}.png"));
        return office.Build();
    }

    private static byte[] Noise(Random r, int width, int height)
    {
        var rows = new byte[height * (1 + width * 3)];
        r.NextBytes(rows);
        for (var y = 0; y < height; y++) rows[y * (1 + width * 3)] = 0;
        return SomePicture.PngOf(width, height, SomePdf.Deflate(rows));
    }
}
