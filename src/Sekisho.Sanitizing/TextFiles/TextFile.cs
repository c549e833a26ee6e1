using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;

namespace Sekisho.Sanitizing.TextFiles;

/// <summary>A text file decoded strictly, cleaned and encoded again (matrix §4).</summary>
internal static class TextFile
{
    internal static byte[] Rebuild(byte[] bytes, string place, FindingLog log)
    {
        var guess = Read(bytes, place, log);
        return EncodeWhole(TextCleaner.Clean(guess.Text, place, log), guess, place, log);
    }

    /// <summary>A whole file. What is left may be one repeated byte, which would be taken as empty next time (ID-08, E4).</summary>
    internal static byte[] EncodeWhole(string text, TextGuess guess, string place, FindingLog log)
    {
        var output = Encode(text, guess, place, log);
        return output.AsSpan().ContainsAnyExcept(output.Length == 0 ? (byte)0 : output[0]) ? output : [];
    }

    /// <summary>Strict where possible; else the encoding that loses least, up to one per cent (TX-02).</summary>
    internal static TextGuess Read(byte[] bytes, string place, FindingLog log)
    {
        if (TextGuess.Read(bytes) is { } strict)
        {
            if (strict.IsForeign) log.Add("TX-01", FindingAction.Rewritten, place, 1, ("from", strict.Label), ("to", "UTF-8"));
            return strict;
        }
        var tolerant = TextGuess.Tolerant(bytes) ?? throw new FileStop("TX-02", Outcome.Blocked, place);
        log.Add("TX-02", FindingAction.Rewritten, place, 1, ("n", Show.Number(tolerant.Text.Count(c => c == '\uFFFD'))));
        return tolerant;
    }

    /// <summary>The same encoding when it can say everything, else UTF-8 with a mark (TX-01).</summary>
    internal static byte[] Encode(string text, TextGuess guess, string place, FindingLog log)
    {
        try
        {
            var body = guess.Encoding.GetBytes(text);
            if (string.Equals(guess.Encoding.GetString(body), text, StringComparison.Ordinal)) return guess.HasMark ? [.. guess.Encoding.GetPreamble() is { Length: > 0 } p ? p : Mark(guess), .. body] : body;
        }
        catch (EncoderFallbackException) { /* Falls to UTF-8 below: the finding says so. */ }
        log.Add("TX-01", FindingAction.Rewritten, place, 1, ("from", guess.Label), ("to", "UTF-8"));
        return [0xEF, 0xBB, 0xBF, .. new UTF8Encoding(false, true).GetBytes(text)];
    }

    private static byte[] Mark(TextGuess guess) => guess.Label switch
    {
        "UTF-16LE" => [0xFF, 0xFE],
        "UTF-16BE" => [0xFE, 0xFF],
        _ => [0xEF, 0xBB, 0xBF],
    };
}
