namespace Sekisho.PolicyText.Linting;

/// <summary>The tables of content/lint that travel in the assembly.</summary>
internal static class LintTables
{
    /// <summary>The rows below the header, cells by tabs.</summary>
    public static IReadOnlyList<string[]> Rows(string name)
    {
        using var stream = typeof(LintTables).Assembly.GetManifestResourceStream("Sekisho.PolicyText.lint." + name + ".tsv")
            ?? throw new InvalidOperationException("The table " + name + " of the lint is not in the assembly.");
        using var reader = new StreamReader(stream);
        var rows = new List<string[]>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line) rows.Add(line.Split('\t'));
        return rows;
    }
}
