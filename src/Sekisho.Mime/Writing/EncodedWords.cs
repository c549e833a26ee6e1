using System.Text;

namespace Sekisho.Mime.Writing;

/// <summary>Writes RFC 2047 encoded words: UTF-8, base64, whole characters, at most 75 characters each.</summary>
public static class EncodedWords
{
    private const int BytesPerWord = 45; // 12 + 60 characters

    /// <summary>True when the text can stand as it is: printable ASCII, nothing that reads as an encoded word, words short enough to fold.</summary>
    public static bool IsPlain(string text) =>
        !text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.Contains("=?", StringComparison.Ordinal) && text.Split(' ').All(w => w.Length is > 0 and <= 200 || text.Length == 0);

    public static IEnumerable<string> Encode(string text)
    {
        var bytes = new List<byte>(BytesPerWord);
        var one = new byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var n = rune.EncodeToUtf8(one);
            if (bytes.Count + n > BytesPerWord)
            {
                yield return Word(bytes);
                bytes.Clear();
            }
            bytes.AddRange(one.AsSpan(0, n));
        }
        if (bytes.Count > 0) yield return Word(bytes);
    }

    private static string Word(List<byte> bytes) => "=?UTF-8?B?" + Convert.ToBase64String([.. bytes]) + "?=";
}
