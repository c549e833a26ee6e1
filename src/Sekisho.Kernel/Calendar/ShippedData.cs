using System.Text;

namespace Sekisho.Kernel.Calendar;

/// <summary>Reads the small tables that travel inside this assembly. They are files under content/, never typed twice.</summary>
internal static class ShippedData
{
    public static string Read(string name)
    {
        using var stream = typeof(ShippedData).Assembly.GetManifestResourceStream("Sekisho.Kernel." + name)
            ?? throw new InvalidOperationException($"The table {name} is missing from the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Cells of every row below the header; blank lines and lines starting with # are left out.</summary>
    /// <exception cref="FormatException">A row has another number of cells.</exception>
    public static IEnumerable<string[]> Rows(string tsv, int columns)
    {
        var lines = tsv.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0 && l[0] != '#').Skip(1);
        foreach (var line in lines)
        {
            var cells = line.Split('\t');
            if (cells.Length != columns) throw new FormatException($"A row has {cells.Length} cells, not {columns}: {line}");
            yield return cells;
        }
    }
}
