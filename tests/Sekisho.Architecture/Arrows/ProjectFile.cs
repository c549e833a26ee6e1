using System.Xml.Linq;
using Sekisho.Architecture.Support;

namespace Sekisho.Architecture.Arrows;

/// <summary>What a project file says it may see.</summary>
internal sealed record ProjectFile(string Name, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    public static ProjectFile Parse(string name, string xml)
    {
        var root = XDocument.Parse(xml).Root!;
        string[] All(string element) => [.. root.Descendants(element).Select(e => e.Attribute("Include")!.Value)];
        return new(name, [.. All("ProjectReference").Select(p => Path.GetFileNameWithoutExtension(p.Replace('\\', '/')))], All("PackageReference"));
    }

    public static IReadOnlyList<ProjectFile> All() =>
        [.. Repository.Files("src", ".csproj").Select(f => Parse(Path.GetFileNameWithoutExtension(f), Repository.Text(f)))];
}
