using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Sekisho.Kernel;

namespace Sekisho.Access.Passwords;

/// <summary>
/// Whether a new password is hard to guess: long enough, and what remains of it without words everybody tries, the own name and login,
/// runs and repetitions is still long enough. Pure.
/// </summary>
internal static class PasswordRule
{
    /// <summary>Longest accepted: hashing a megabyte on request would be an attack on the server.</summary>
    public const int Longest = 128;
    /// <summary>Fewest characters that must remain besides guessable parts.</summary>
    private const int LeastOwn = 6;
    private const string FieldName = "password";

    private static readonly FrozenSet<string> Words = Load();

    /// <summary>All that is wrong with it; none = good.</summary>
    /// <param name="personal">Login, name, city: what anybody knows of the person.</param>
    public static IReadOnlyList<Refusal> Check(string password, int minLength, bool blocklist, IEnumerable<string> personal)
    {
        var length = new StringInfo(password).LengthInTextElements;
        if (length < minLength) return [Wrong($"パスワードは{minLength}文字以上です。今は{length}文字です。", "文字を足してください。文のように長くすると覚えやすくなります。")];
        if (password.Length > Longest) return [Wrong($"パスワードが長すぎます。", $"{Longest}文字までにしてください。")];
        if (blocklist && OwnLength(password, personal) < LeastOwn)
            return [Wrong("推測されやすいパスワードです。", "よく使われる語、名前、職員番号、続き文字のほかの文字を足してください。")];
        return [];
    }

    /// <summary>How many characters remain when everything guessable is taken away.</summary>
    internal static int OwnLength(string password, IEnumerable<string> personal)
    {
        var words = Words.Concat(personal.Select(Fold).Where(p => p.Length >= 3)).OrderByDescending(w => w.Length).ToList();
        // 9876 is a run as typed, p@ss a word once folded: the worse reading counts.
        return Math.Min(Own(Fold(password), words), Own(password.Normalize(NormalizationForm.FormKC).ToLowerInvariant(), words));
    }

    private static int Own(string text, List<string> words)
    {
        foreach (var word in words) text = text.Replace(word, "\u0001", StringComparison.Ordinal);
        return Distinct(text);
    }

    // A character that repeats the one before, or goes one step on from it (abc, 987), adds nothing.
    private static int Distinct(string folded)
    {
        var own = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            if (folded[i] == '\u0001') continue;
            var step = i == 0 ? 9 : folded[i] - folded[i - 1];
            if (step is < -1 or > 1) own++;
        }
        return own;
    }

    // p@ssw0rd is password.
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
            folded.Append(c switch { '@' => 'a', '0' => 'o', '1' or '!' => 'i', '3' => 'e', '5' or '$' => 's', ' ' or '-' or '_' or '.' => '\u0001', _ => c });
        return folded.ToString();
    }

    private static Refusal Wrong(string what, string todo) => new("access.password", what, todo) { Field = FieldName };

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(PasswordRule).Assembly.GetManifestResourceStream("blocklist.txt") ?? throw new InvalidOperationException("blocklist.txt is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(w => w[0] != '#').Select(Fold).ToFrozenSet(StringComparer.Ordinal);
    }
}
