using System.Globalization;

namespace Sekisho.Bench.Support;

/// <summary>Results beside the code that reached them: benchmarks/results/NAME.md, newest last.</summary>
internal static class Results
{
    public static void Append(string name, DateTimeOffset at, string machine, IEnumerable<string> lines)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"\n## {at:yyyy-MM-dd}\n\n{machine}\n\n") + string.Join('\n', lines.Select(l => "- " + l)) + "\n";
        Console.Write(text);
        var folder = Path.Combine(Repository(), "benchmarks", "results");
        Directory.CreateDirectory(folder);
        File.AppendAllText(Path.Combine(folder, name + ".md"), text);
    }

    public static string Repository()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Sekisho.slnx"))) return at.FullName;
        throw new InvalidOperationException("The benchmark does not run inside the repository.");
    }
}
