using System.Text;
using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf.Layer;

/// <summary>
/// Words over a drawn page in the mode that paints nothing (ISO 32000 §9.3.6, mode 3), stretched to the places they have in the picture: what one sees can be searched for and copied.
/// </summary>
internal sealed class TextLayer(PdfWriter output)
{
    private const double Tall = 1.8, Below = 0.2;
    private readonly List<LayerFont> fonts = [];
    private readonly Dictionary<Rune, (LayerFont Font, byte Code)> codes = [];

    /// <summary>Words written so far.</summary>
    internal int Words { get; private set; }

    /// <param name="words">The words of one page.</param>
    /// <param name="across">Points of the page for one pixel, to the right.</param>
    /// <param name="down">Points of the page for one pixel, downwards.</param>
    /// <param name="height">Height of the page, points.</param>
    /// <param name="resources">Gets the fonts, named in the order of use.</param>
    /// <returns>Operators; empty without words.</returns>
    internal string Write(IReadOnlyList<DrawnWord> words, double across, double down, double height, PdfDict resources)
    {
        if (words.Count == 0) return "";
        var page = new Page(this);
        page.Text.Append("BT\n3 Tr\n");
        foreach (var word in words) One(page, word with { Left = word.Left * across, Right = word.Right * across, Top = height - (word.Top * down), Bottom = height - (word.Bottom * down) });
        Words += words.Count;
        resources["Font"] = page.Names;
        return page.Text.Append("ET\n").ToString();
    }

    /// <summary>Once, behind the last page.</summary>
    internal void Finish()
    {
        foreach (var font in fonts) font.Finish();
    }

    /// <summary>From here y grows upwards. A word much taller than wide stands in a column: one character below the other.</summary>
    private static void One(Page page, DrawnWord word)
    {
        var runes = word.Text.EnumerateRunes().ToList();
        double wide = word.Right - word.Left, high = word.Top - word.Bottom;
        if (runes.Count < 2 || high < Tall * wide)
        {
            page.Line(runes, word.Left, word.Bottom + (Below * high), high, wide / runes.Count / high);
            return;
        }
        var each = high / runes.Count;
        for (var i = 0; i < runes.Count; i++) page.Line([runes[i]], word.Left, word.Top - (each * (i + 1)) + (Below * each), each, wide / each);
    }

    private (LayerFont Font, byte Code) Code(Rune rune)
    {
        if (codes.TryGetValue(rune, out var known)) return known;
        if (fonts.Count == 0 || fonts[^1].IsFull) fonts.Add(new(output));
        return codes[rune] = (fonts[^1], fonts[^1].Add(rune));
    }

    /// <summary>One page's operators and the names its fonts have there.</summary>
    private sealed class Page(TextLayer layer)
    {
        internal StringBuilder Text { get; } = new();
        internal PdfDict Names { get; } = new();

        internal void Line(List<Rune> runes, double x, double y, double size, double stretch)
        {
            var placed = false;
            for (var i = 0; i < runes.Count;)
            {
                var font = layer.Code(runes[i]).Font;
                var run = new StringBuilder();
                for (; i < runes.Count && layer.Code(runes[i]) is var (other, code) && other == font; i++) run.Append(code.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
                Text.Append('/').Append(Name(font)).Append(' ').Append(Number(size)).Append(" Tf\n");
                if (!placed) Text.Append(Number(100_000 / LayerFont.Width * stretch)).Append(" Tz\n1 0 0 1 ").Append(Number(x)).Append(' ').Append(Number(y)).Append(" Tm\n");
                placed = true;
                Text.Append('<').Append(run).Append("> Tj\n");
            }
        }

        private string Name(LayerFont font)
        {
            foreach (var (name, place) in Names.Items)
                if (((PdfRef)place).Number == font.Place.Number) return name;
            var next = "F" + Show.Number(Names.Items.Count + 1);
            Names[next] = font.Place;
            return next;
        }

        private static string Number(double value) => PdfWriter.Number(Math.Round(value, 2));
    }
}
