using System.Globalization;
using System.Text;

namespace Sekisho.Bench.Fidelity;

/// <summary>How alike two texts and two grey pictures are, 0 to 1.</summary>
internal static class Likeness
{
    private const int MostChanges = 4_000;

    /// <summary>Characters without white space: 1 − (insertions + deletions of the shortest edit) / (both lengths).</summary>
    internal static double OfTexts(string a, string b)
    {
        (a, b) = (Bare(a), Bare(b));
        if (a.Length + b.Length == 0) return 1;
        return 1 - Distance(a, b) / (double)(a.Length + b.Length);
    }

    private static string Bare(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));

    /// <summary>Myers' greedy shortest edit; more than <see cref="MostChanges"/> changes count as nothing in common.</summary>
    private static int Distance(string a, string b)
    {
        var most = Math.Min(a.Length + b.Length, MostChanges);
        var furthest = new int[2 * most + 3];
        for (var d = 0; d <= most; d++)
            for (var k = -d; k <= d; k += 2)
            {
                var at = most + 1 + k;
                var x = k == -d || k != d && furthest[at - 1] < furthest[at + 1] ? furthest[at + 1] : furthest[at - 1] + 1;
                var y = x - k;
                while (x < a.Length && y >= 0 && y < b.Length && a[x] == b[y]) { x++; y++; }
                furthest[at] = x;
                if (x >= a.Length && y >= b.Length) return d;
            }
        return a.Length + b.Length;
    }

    /// <summary>Mean structural similarity over windows of 8 × 8 (Wang and others, 2004; constants of the paper); 0 when the sizes differ by more than a pixel.</summary>
    internal static double OfPictures((int Width, int Height, byte[] Grey) a, (int Width, int Height, byte[] Grey) b)
    {
        if (Math.Abs(a.Width - b.Width) > 1 || Math.Abs(a.Height - b.Height) > 1) return 0;
        int width = Math.Min(a.Width, b.Width), height = Math.Min(a.Height, b.Height);
        double sum = 0;
        var windows = 0;
        for (var y = 0; y + 8 <= height; y += 4)
            for (var x = 0; x + 8 <= width; x += 4, windows++) sum += Window(a, b, x, y);
        return windows == 0 ? a.Grey.AsSpan().SequenceEqual(b.Grey) ? 1 : 0 : sum / windows;
    }

    private static double Window((int Width, int Height, byte[] Grey) a, (int Width, int Height, byte[] Grey) b, int left, int top)
    {
        const double c1 = 6.5025, c2 = 58.5225;
        long sa = 0, sb = 0, saa = 0, sbb = 0, sab = 0;
        for (var y = top; y < top + 8; y++)
            for (var x = left; x < left + 8; x++)
            {
                int p = a.Grey[y * a.Width + x], q = b.Grey[y * b.Width + x];
                sa += p; sb += q; saa += p * p; sbb += q * q; sab += p * q;
            }
        double ma = sa / 64.0, mb = sb / 64.0, va = saa / 64.0 - ma * ma, vb = sbb / 64.0 - mb * mb, vab = sab / 64.0 - ma * mb;
        return (2 * ma * mb + c1) * (2 * vab + c2) / ((ma * ma + mb * mb + c1) * (va + vb + c2));
    }

    /// <summary>A binary PGM (P5), eight bits.</summary>
    internal static (int Width, int Height, byte[] Grey) ReadPgm(string file)
    {
        var b = File.ReadAllBytes(file);
        var words = new List<string>();
        var at = 0;
        while (words.Count < 4)
        {
            if (b[at] == '#') while (b[at] != '\n') at++;
            var from = at;
            while (b[at] is not ((byte)' ' or (byte)'\n')) at++;
            if (at > from) words.Add(Encoding.ASCII.GetString(b, from, at - from));
            at++;
        }
        int width = int.Parse(words[1], CultureInfo.InvariantCulture), height = int.Parse(words[2], CultureInfo.InvariantCulture);
        return words[0] == "P5" && words[3] == "255" ? (width, height, b[at..(at + width * height)]) : throw new InvalidDataException(file);
    }
}
