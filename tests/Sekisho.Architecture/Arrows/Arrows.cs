namespace Sekisho.Architecture.Arrows;

/// <summary>Who may see whom, and why: the table of architecture §2 as data.</summary>
internal static class Arrows
{
    private static readonly string[] Ground = ["Sekisho.Kernel", "Sekisho.Platform", "Sekisho.Shell"];

    /// <summary>The worker side: the only projects that may open hostile bytes.</summary>
    public static readonly string[] WorkerSide = ["Sekisho.Sanitizing", "Sekisho.Verifying", "Sekisho.Mime.Reading"];

    private static readonly Dictionary<string, string[]> May = new(StringComparer.Ordinal)
    {
        ["Sekisho.Kernel"] = [],
        ["Sekisho.PolicyText"] = ["Sekisho.Kernel"],
        ["Sekisho.Conformity"] = ["Sekisho.Kernel"],
        ["Sekisho.Mime"] = ["Sekisho.Kernel"],
        ["Sekisho.Mime.Reading"] = ["Sekisho.Kernel", "Sekisho.Mime"],
        ["Sekisho.Sanitizing"] = ["Sekisho.Kernel", "Sekisho.Mime", "Sekisho.Mime.Reading"],
        ["Sekisho.Verifying"] = ["Sekisho.Kernel"],
        ["Sekisho.Zoning"] = ["Sekisho.Kernel"],
        ["Sekisho.Detection"] = ["Sekisho.Kernel"],
        ["Sekisho.Platform"] = ["Sekisho.Kernel"],
        ["Sekisho.Shell"] = ["Sekisho.Kernel", "Sekisho.Platform"],
        ["Sekisho.Gate"] = [.. Ground, "Sekisho.Mime"],
        ["Sekisho.Watch"] = [.. Ground, "Sekisho.Detection"],
        ["Sekisho.Zones"] = [.. Ground, "Sekisho.Zoning"],
        ["Sekisho.Policy"] = [.. Ground, "Sekisho.PolicyText", "Sekisho.Conformity"],
    };

    /// <summary>Packages an engine may use; everything else is taken from the framework.</summary>
    private static readonly Dictionary<string, string[]> EnginePackages = new(StringComparer.Ordinal)
    {
        ["Sekisho.Conformity"] = ["YamlDotNet"],
        ["Sekisho.Sanitizing"] = ["AngleSharp"],
    };

    public static IEnumerable<string> Violations(ProjectFile project)
    {
        if (project.Name == "Sekisho") yield break;
        var may = May.GetValueOrDefault(project.Name, Ground);
        foreach (var seen in project.Projects.Except(may, StringComparer.Ordinal))
            yield return $"{project.Name} must not see {seen}";
        if (IsPure(project.Name))
            foreach (var package in project.Packages.Except(EnginePackages.GetValueOrDefault(project.Name, []), StringComparer.Ordinal))
                yield return $"{project.Name} must not use the package {package}";
    }

    public static bool IsPure(string project) => May.TryGetValue(project, out var may) && !may.Contains("Sekisho.Platform") && project != "Sekisho.Platform"
        && project != "Sekisho.Shell";
}
