using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.TextFiles;

namespace Sekisho.Sanitizing.Drawings;

/// <summary>JP-04: a DXF text is read pair by pair and written again from the allow list; what was dropped leaves no reference behind. The binary form is held: nothing of ours reads it.</summary>
internal static class DxfFile
{
    internal static byte[] Rebuild(byte[] b, string place, FindingLog log)
    {
        if (b.AsSpan().StartsWith("AutoCAD Binary DXF"u8)) throw new FileStop("JP-04", Outcome.Held, place);
        var guess = TextGuess.Read(b);
        var text = TextCleaner.Clean((guess ?? TextFile.Read(b, place, log)).Text.TrimEnd('\x1A', '\0'), place, log);
        var pairs = DxfReader.Read(text, place, log);
        var survey = new DxfSurvey(text, pairs, place);
        var output = new DxfWriter(text, pairs, survey, LineEnd(text)).Run();
        foreach (var (kind, count) in survey.Removed) log.Add("JP-04", FindingAction.Removed, place, count, ("kind", kind), ("n", Show.Number(count)));
        if (survey.ForPrograms > 0) log.Add("JP-04", FindingAction.Rewritten, place, survey.ForPrograms, ("n", Show.Number(survey.ForPrograms)));
        return Encode(output, guess);
    }

    private static string LineEnd(string text) => text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var at && text[at - 1] == '\r' ? "\r\n" : "\n";

    /// <summary>The encoding it came in; where that cannot say a character, every character beyond ASCII is written as the format's own \U+XXXX.</summary>
    private static byte[] Encode(string text, TextGuess? guess)
    {
        try
        {
            if (guess is not null && guess.Encoding.GetBytes(text) is var body && string.Equals(guess.Encoding.GetString(body), text, StringComparison.Ordinal)) return body;
        }
        catch (EncoderFallbackException) { /* Written as escapes below. */ }
        var b = new StringBuilder(text.Length);
        foreach (var c in text) b.Append(c < 0x80 ? c.ToString() : "\\U+" + ((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
        return Encoding.ASCII.GetBytes(b.ToString());
    }
}
