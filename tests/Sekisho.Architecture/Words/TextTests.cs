using System.Text.RegularExpressions;
using Sekisho.Architecture.Support;

namespace Sekisho.Architecture.Words;

/// <summary>What the repository's text must not say, and what it must.</summary>
public sealed partial class TextTests
{
    // The five cities by code point, so that this file does not name them either.
    private static readonly string[] Cities = ["\u4e09\u9df9", "\u6803\u6728", "\u6c34\u6238", "\u540d\u5f35", "\u6f5f\u4e0a"];

    [Fact]
    public void No_source_file_names_a_real_city_or_carries_a_text_hash() =>
        Repository.Files("src", ".cs", ".razor", ".tsv", ".yaml", ".sql").SelectMany(f => CityWords(f, Repository.Text(f))).ShouldBeEmpty();

    [Theory]
    [InlineData("if (title.Contains(\"\u4e09\u9df9\")) return Special();")]
    [InlineData("\"1f60b368b9adca057486949178617a8fa9683633453ea5a346be810b3499022f\" => Tree.Known")]
    public void A_planted_city_or_hash_is_found(string line) => CityWords("src/X.cs", line).ShouldHaveSingleItem();

    [Fact]
    public void No_tracked_text_names_a_package_host_or_a_path_of_a_machine() =>
        Repository.Tracked().Where(IsText).SelectMany(f => MachineWords(f, Repository.Text(f))).ShouldBeEmpty();

    [Fact]
    public void A_planted_machine_path_is_found() => MachineWords("README.md", "see /" + "work/main/x").ShouldHaveSingleItem();

    [Fact]
    public void Links_of_the_documents_resolve()
    {
        var documents = Repository.Files("docs", ".md").Concat(Directory.GetFiles(Repository.Root, "*.md").Select(f => Path.GetRelativePath(Repository.Root, f)));
        documents.SelectMany(d => BrokenLinks(d, Repository.Text(d))).ShouldBeEmpty();
    }

    [Fact]
    public void A_planted_broken_link_is_found() => BrokenLinks("README.md", "[x](docs/nothing-here.md)").ShouldHaveSingleItem();

    [Fact]
    public void Every_project_opens_with_a_sentence()
    {
        foreach (var project in Repository.Files("src", ".csproj"))
        {
            var readme = Path.Combine(Path.GetDirectoryName(project)!, "README.md");
            File.Exists(Path.Combine(Repository.Root, readme)).ShouldBeTrue(readme);
            Repository.Text(readme).Split('\n')[0].TrimEnd().ShouldMatch(@"[.。]$", readme);
        }
    }

    [Fact]
    public void Glossary_names_types_that_exist()
    {
        var source = string.Join('\n', Repository.Files("src", ".cs").Select(Repository.Text));
        foreach (Match m in CodeWord().Matches(Repository.Text("GLOSSARY.md")))
            Regex.IsMatch(source, @"\b(class|record|struct|enum|interface) " + m.Groups[1].Value + @"\b", RegexOptions.None, TimeSpan.FromSeconds(5))
                .ShouldBeTrue("GLOSSARY.md names the type " + m.Groups[1].Value);
    }

    private static bool IsText(string file) => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".md", StringComparison.Ordinal)
        || file.EndsWith(".json", StringComparison.Ordinal) || file.EndsWith(".yaml", StringComparison.Ordinal) || file.EndsWith(".sh", StringComparison.Ordinal)
        || file.EndsWith(".props", StringComparison.Ordinal) || !Path.GetFileName(file).Contains('.', StringComparison.Ordinal);

    private static IEnumerable<string> CityWords(string file, string text)
    {
        foreach (var city in Cities)
            if (text.Contains(city, StringComparison.Ordinal)) yield return file + " names a city";
        if (Hash().IsMatch(text)) yield return file + " carries a SHA-256 literal";
    }

    private static IEnumerable<string> MachineWords(string file, string text)
    {
        foreach (Match m in Machine().Matches(text)) yield return file + ": " + m.Value;
    }

    private static IEnumerable<string> BrokenLinks(string file, string text)
    {
        foreach (Match m in Link().Matches(text))
        {
            var target = m.Groups[1].Value;
            if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith('#')) continue;
            var path = Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(file) ?? "", target.Split('#')[0]));
            if (!Path.Exists(path)) yield return file + " → " + target;
        }
    }

    [GeneratedRegex(@"""[0-9a-f]{64}""", RegexOptions.NonBacktracking)]
    private static partial Regex Hash();
    [GeneratedRegex(@"(?:/work/(?:main|shared|wt)|/root/\.|registry\.npmjs|nuget\.org)", RegexOptions.NonBacktracking)]
    private static partial Regex Machine();
    [GeneratedRegex(@"\]\(([^)\s]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
    [GeneratedRegex(@"`([A-Z][A-Za-z]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex CodeWord();
}
