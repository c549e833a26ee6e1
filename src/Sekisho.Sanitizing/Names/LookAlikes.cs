using System.Text;

namespace Sekisho.Sanitizing.Names;

/// <summary>Folds a name for the type check only (NM-06): NFKC, Cyrillic and Greek letters that look Latin, lower case. Never shown, never stored.</summary>
internal static class LookAlikes
{
    private const string From = "асеоркхутвнміѕјԁһԛԝαβεοκνρτυχιγη", To = "aceopkxytbhmisjdhqwabeoknptuxiyn";

    internal static string Fold(string text)
    {
        var b = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
            b.Append(c is '\u2024' or '\u3002' or '\uFF61' ? '.' : From.IndexOf(c, StringComparison.Ordinal) is >= 0 and var i ? To[i] : c);
        return b.ToString().TrimEnd(' ', '.');
    }
}
