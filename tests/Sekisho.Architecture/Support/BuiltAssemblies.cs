namespace Sekisho.Architecture.Support;

/// <summary>The assemblies as they were built: the executable's output is copied beside the tests.</summary>
internal static class BuiltAssemblies
{
    public static string PathOf(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        return File.Exists(path) ? path : throw new FileNotFoundException("Not built beside the tests: " + name, path);
    }
}
