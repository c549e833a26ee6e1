using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.TextFiles;

namespace Sekisho.Sanitizing.Pdf.Layer;

/// <summary>
/// The words of drawn pages with their places (pdftotext -bbox of the same file the pictures came from). Only words are taken of its answer, line by
/// line, and only those that can be seen: where the picture has one colour all over, text lies under a black box, is white, or is not there (PD-21).
/// </summary>
internal static partial class DrawnWords
{
    private const int LongestWord = 400, MostWords = 50_000, LeastContrast = 24;

    /// <returns>The words of each page; null when the tool gave no answer for as many pages.</returns>
    internal static List<List<DrawnWord>>? Read(byte[] input, int pages, FileContext context)
    {
        if (context.Tools.Run(NativeTool.PdfToWords, input) is not { } made) return null;
        var found = new List<List<DrawnWord>>();
        foreach (var line in Encoding.UTF8.GetString(UntrustedAccess.Open(made)).Split('\n'))
        {
            var text = line.Trim();
            if (text.StartsWith("<page ", StringComparison.Ordinal)) found.Add([]);
            else if (found.Count > 0 && found[^1].Count < MostWords && Word().Match(text) is { Success: true } word && One(word) is { } one) found[^1].Add(one);
        }
        return found.Count == pages ? found : null;
    }

    /// <summary>True when the samples below the word are not all of one colour.</summary>
    internal static bool IsSeen(DrawnWord word, int width, int height, ReadOnlySpan<byte> samples)
    {
        int left = Math.Max(0, (int)Math.Floor(word.Left)), right = Math.Min(width, (int)Math.Ceiling(word.Right)), top = Math.Max(0, (int)Math.Floor(word.Top)), bottom = Math.Min(height, (int)Math.Ceiling(word.Bottom));
        int least = 255, most = 0;
        for (var y = top; y < bottom; y++)
            foreach (var sample in samples.Slice(((y * width) + left) * 3, Math.Max(0, right - left) * 3))
            {
                (least, most) = (Math.Min(least, sample), Math.Max(most, sample));
                if (most - least >= LeastContrast) return true;
            }
        return false;
    }

    private static DrawnWord? One(Match word)
    {
        var at = new double[4];
        for (var i = 0; i < 4; i++)
            if (!double.TryParse(word.Groups[i + 1].ValueSpan, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out at[i]) || Math.Abs(at[i]) > 100_000) return null;
        if (at[2] - at[0] < 0.5 || at[3] - at[1] < 0.5) return null;
        var text = TextCleaner.Clean(WebUtility.HtmlDecode(word.Groups[5].Value), "", new());
        text = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('\uFFFD' or '〓')).Take(LongestWord));
        if (text.Length > 0 && char.IsHighSurrogate(text[^1])) text = text[..^1];
        return text.Length == 0 ? null : new(text, at[0], at[1], at[2], at[3]);
    }

    [GeneratedRegex("^<word xMin=\"([-0-9.]{1,20})\" yMin=\"([-0-9.]{1,20})\" xMax=\"([-0-9.]{1,20})\" yMax=\"([-0-9.]{1,20})\">(.*)</word>$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
