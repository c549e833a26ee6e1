using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace Sekisho.Shell.Language;

/// <summary>All words of all modules, read once from their embedded <c>words.tsv</c> (columns key, ja, en; \n and \t are escapes).</summary>
public sealed class WordBook
{
    /// <summary>Logical name of the embedded resource.</summary>
    public const string ResourceName = "words.tsv";

    private readonly FrozenDictionary<string, (string Ja, string En)> words;

    /// <exception cref="FormatException">A line is malformed, a language is missing, or two modules claim one key. All are named at once.</exception>
    public WordBook(IEnumerable<Assembly> assemblies)
    {
        var found = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var assembly in assemblies.Distinct())
            foreach (var (number, line) in Lines(assembly))
                if (Problem(found, line) is { } problem) wrong.Add($"{assembly.GetName().Name} words.tsv:{number}: {problem}");
        if (wrong.Count > 0) throw new FormatException(string.Join('\n', wrong));
        words = found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public IReadOnlyCollection<string> Keys => words.Keys;

    public string? Find(string key, bool english) => words.TryGetValue(key, out var pair) ? english ? pair.En : pair.Ja : null;

    private static string? Problem(Dictionary<string, (string, string)> found, string line)
    {
        var cells = line.Split('\t');
        if (cells.Length != 3) return "three columns are needed: key, ja, en";
        if (cells.Any(string.IsNullOrWhiteSpace)) return $"an empty column at '{cells[0]}'";
        return found.TryAdd(cells[0], (Unescape(cells[1]), Unescape(cells[2]))) ? null : $"'{cells[0]}' is written twice";
    }

    private static IEnumerable<(int Number, string Line)> Lines(Assembly assembly)
    {
        using var stream = assembly.GetManifestResourceStream(ResourceName);
        if (stream is null) yield break;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        for (var number = 1; reader.ReadLine() is { } line; number++)
            if (number > 1 && line.Length > 0 && line[0] != '#') yield return (number, line);
    }

    private static string Unescape(string cell) =>
        cell.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal);
}
