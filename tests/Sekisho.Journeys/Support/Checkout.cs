namespace Sekisho.Journeys.Support;

/// <summary>The checkout the journeys run from, and where they leave what they saw.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();
    public static string Artifacts(string folder) => Directory.CreateDirectory(Path.Combine(Root, "artifacts", folder)).FullName;

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Sekisho.slnx"))) return at.FullName;
        throw new InvalidOperationException("Sekisho.slnx was not found above the tests.");
    }
}
