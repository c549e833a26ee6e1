using System.Globalization;
using System.Reflection;
using Sekisho.Kernel;

namespace Sekisho.Platform.Setup;

/// <summary>One numbered SQL file of a module, as embedded: <c>Migrations/0001_name.sql</c> (rule T15).</summary>
public sealed record Migration(string Schema, int Number, string Name, string Sql)
{
    /// <summary>SHA-256 of the text with line ends as LF.</summary>
    public Digest Checksum { get; } = Digest.OfText(Sql.ReplaceLineEndings("\n"));

    /// <summary>The module's migrations in order.</summary>
    /// <exception cref="InvalidOperationException">A file name has another form, a number is missing or used twice.</exception>
    public static IReadOnlyList<Migration> Of(ModuleSchema module)
    {
        var found = module.Assembly.GetManifestResourceNames()
            .Where(n => n.Contains(".Migrations.", StringComparison.Ordinal) && n.EndsWith(".sql", StringComparison.Ordinal))
            .Select(n => Read(module, n)).OrderBy(m => m.Number).ToList();
        for (var i = 0; i < found.Count; i++)
            if (found[i].Number != i + 1)
                throw new InvalidOperationException($"Migrations of {module.Name} are not numbered 1, 2, 3 …: found {found[i].Number} at place {i + 1}.");
        return found;
    }

    private static Migration Read(ModuleSchema module, string resource)
    {
        var file = resource[(resource.LastIndexOf(".Migrations.", StringComparison.Ordinal) + ".Migrations.".Length)..];
        if (file.Length < 10 || file[4] != '_' || !int.TryParse(file.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw new InvalidOperationException($"'{file}' of {module.Name} is not named NNNN_name.sql.");
        using var stream = module.Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return new(module.Name, number, file[5..^4], reader.ReadToEnd());
    }
}
