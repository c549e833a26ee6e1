using System.Globalization;
using System.Text;
using Sekisho.Kernel;
using Sekisho.Organisation.Import;
using Sekisho.Organisation.Store;
using Sekisho.Platform;

namespace Sekisho.Organisation.Demo;

/// <summary>
/// The demonstration city's people, read from content/demo/CITY through the same import as any user's. The caller moves the simulated clock to
/// <see cref="DemoStep.Day"/> and applies the step; a step applied before answers as it did then.
/// </summary>
public sealed class DemoOrganisation(RosterCommands commands)
{
    /// <summary>The steps of a city's folder in order of their days.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    /// <exception cref="FormatException">A file is neither UTF-8 nor CP932.</exception>
    public static IReadOnlyList<DemoStep> Steps(string folder) =>
        [.. Directory.GetDirectories(folder).Where(f => Day(f) is not null).Select(f => new DemoStep(Day(f)!.Value, Files(f))).OrderBy(s => s.Day)];

    /// <summary>Imports the step as the service "demo". The clock must stand on the step's day: facts are recorded when they are recorded.</summary>
    public Task<Result<ImportResult>> ApplyAsync(DemoStep step, CancellationToken ct) =>
        new ImportRoster(step.Files).RunAsync(commands, IdOf(step), Actor.Service("demo"), ct);

    private static DateOnly? Day(string folder) =>
        DateOnly.TryParseExact(Path.GetFileName(folder), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static List<ImportFile> Files(string folder) =>
        [.. Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal).Select(f => new ImportFile(Path.GetFileName(f), Text(f)))];

    private static string Text(string file)
    {
        var text = CsvText.Decode(File.ReadAllBytes(file));
        return text.IsOk ? text.Value : throw new FormatException($"{file}: {text.Refusals[0]}");
    }

    private static Guid IdOf(DemoStep step)
    {
        var all = new StringBuilder("organisation.demo/").Append(step.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        foreach (var file in step.Files) all.Append('\n').Append(file.Name).Append('\n').Append(file.Text);
        return new Guid(Digest.OfText(all.ToString()).ToBytes().AsSpan(0, 16));
    }
}
