using System.Text;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Organisation.Demo;

namespace Sekisho.Hosting.Cities;

/// <summary>
/// A demonstration city in a folder: one sub-folder a day (2025-04-01) with people's CSVs, and for a city of one's own <c>pack.yaml</c>, <c>policy.txt</c> and <c>acts.json</c>.
/// A day with none of these is one on which nobody did anything and the program did what it does every day.
/// </summary>
/// <param name="Path">Absolute.</param>
internal sealed record CityFolder(string Path)
{
    private const string PackFileName = "pack.yaml", TextFileName = "policy.txt", ActsFileName = "acts.json";

    /// <summary>What <c>--city</c> names: a folder has a separator in it and is kept as an absolute path; everything else is a code.</summary>
    internal static string? Named(string? city) => city is not null && city.Contains('/', StringComparison.Ordinal) ? System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(city)) : city;

    /// <summary>Null for a code.</summary>
    internal static CityFolder? Of(string city) => System.IO.Path.IsPathRooted(city) ? new(city) : null;

    /// <summary>Why the folder cannot be a city; null when it can.</summary>
    internal Refusal? Problem() => Directory.Exists(Path) && DemoOrganisation.Steps(Path).Count > 0 ? null
        : new("start.city", $"フォルダー {Path} に日の名(2025-04-01 の形)のフォルダーがありません。", "docs/own-demo.md の形に作るか、自治体の記号を指定してください。");

    /// <summary>The days up to <paramref name="last"/>, in order.</summary>
    internal IReadOnlyList<DemoStep> Days(DateOnly last) => [.. DemoOrganisation.Steps(Path).Where(s => s.Day <= last)];

    /// <summary>The pack of the day; null when it stays as it is.</summary>
    internal PackFile? Pack(DemoStep day) => System.IO.File.Exists(In(day, PackFileName)) ? new(Name(day) + "/" + PackFileName, System.IO.File.ReadAllText(In(day, PackFileName), Encoding.UTF8)) : null;

    /// <summary>The bytes of the day's edition of the policy; null when it stays as it is. Nobody has looked into them yet.</summary>
    internal byte[]? Text(DemoStep day) => File(day, TextFileName);

    /// <summary>What people did with the documents on the day; null when nothing. Nobody has looked into it yet.</summary>
    internal PackFile? Acts(DemoStep day) => System.IO.File.Exists(In(day, ActsFileName)) ? new(Name(day) + "/" + ActsFileName, System.IO.File.ReadAllText(In(day, ActsFileName), Encoding.UTF8)) : null;

    /// <summary>The bytes of a file of the day; null when it is not there or the name leaves the folder.</summary>
    internal byte[]? File(DemoStep day, string name) =>
        name.Length > 0 && name == System.IO.Path.GetFileName(name) && System.IO.File.Exists(In(day, name)) ? System.IO.File.ReadAllBytes(In(day, name)) : null;

    private string In(DemoStep day, string file) => System.IO.Path.Combine(Path, Name(day), file);
    private static string Name(DemoStep day) => day.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
