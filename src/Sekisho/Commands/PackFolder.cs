using System.Text;
using Sekisho.Conformity.Packs;

namespace Sekisho.Commands;

/// <summary>Reads the files of a folder of packs for the engine, which touches no disk.</summary>
internal static class PackFolder
{
    /// <summary>The packs that came with the program.</summary>
    internal static string Own { get; } = Path.Combine(AppContext.BaseDirectory, "content", "packs");

    /// <summary>
    /// All files of the folder that may mean something. A folder of one pack is read together with the shared folder beside it, or the program's own.
    /// </summary>
    internal static IReadOnlyList<PackFile> Read(string folder)
    {
        var files = Files(folder, folder).ToList();
        if (files.Exists(f => f.Path.EndsWith("controls.yaml", StringComparison.Ordinal))) return files;
        var shared = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(folder).TrimEnd('/')) ?? "/", "_shared");
        if (!Directory.Exists(shared)) shared = Path.Combine(Own, "_shared");
        files.AddRange(Files(shared, Path.GetDirectoryName(shared)!));
        return files;
    }

    /// <summary>The file of facts without a producer lies beside the packs.</summary>
    private static IEnumerable<PackFile> Files(string folder, string root)
    {
        var pending = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(root).TrimEnd('/')) ?? "/", "facts.pending");
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(IsPart).Order(StringComparer.Ordinal)
            .Select(f => new PackFile(Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllText(f, Encoding.UTF8)))
            .Concat(File.Exists(pending) ? [new PackFile("facts.pending", File.ReadAllText(pending, Encoding.UTF8))] : []);
    }

    private static bool IsPart(string file) => file.EndsWith(".yaml", StringComparison.Ordinal) || file.EndsWith("facts.pending", StringComparison.Ordinal);
}
