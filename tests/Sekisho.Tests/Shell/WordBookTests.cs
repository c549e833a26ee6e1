using System.Reflection;
using System.Text.RegularExpressions;
using Sekisho.Shell.Language;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Shell;

/// <summary>Every word a page asks for is written, in both languages, in one of the modules' files.</summary>
public sealed class WordBookTests
{
    private static readonly Assembly[] Pages = [.. Directory.GetFiles(AppContext.BaseDirectory, "Sekisho.*.dll").Order(StringComparer.Ordinal)
        .Select(f => Assembly.Load(Path.GetFileNameWithoutExtension(f))).Where(a => a.GetManifestResourceInfo(WordBook.ResourceName) is not null)];

    private static WordBook Book { get; } = new(Pages);

    [Fact]
    public void Every_key_named_in_a_page_exists()
    {
        var missing = new List<string>();
        foreach (var file in Directory.GetFiles(Path.Combine(SharedFiles.RepositoryRoot, "src"), "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal)).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)))
            foreach (Match match in Regex.Matches(string.Join('\n', File.ReadLines(file).Where(l => !l.TrimStart().StartsWith("///", StringComparison.Ordinal))), "\\b(?:T|words)\\[\"([a-z0-9_.]+[a-z0-9_])\"", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase))
                if (Book.Find(match.Groups[1].Value, english: false) is null) missing.Add(Path.GetFileName(file) + ": " + match.Groups[1].Value);
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Both_languages_take_the_same_places()
    {
        foreach (var key in Book.Keys)
        {
            var places = new[] { false, true }.Select(english => string.Join(' ', Regex.Matches(Book.Find(key, english)!, "\\{[a-z0-9]+\\}", RegexOptions.NonBacktracking).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))).ToList();
            places[1].ShouldBe(places[0], key);
        }
    }
}
