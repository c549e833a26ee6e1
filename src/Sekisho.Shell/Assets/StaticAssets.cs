using System.Collections.Frozen;
using System.Reflection;
using Sekisho.Kernel;

namespace Sekisho.Shell.Assets;

/// <summary>The style sheet, the drawings and the vendored files, embedded in the program: nothing is read from disk or fetched at run time.</summary>
public sealed class StaticAssets
{
    private const string Prefix = "assets/";
    private readonly FrozenDictionary<string, StaticAsset> files = Load();

    public IReadOnlyCollection<string> Names => files.Keys;

    /// <summary>The address with the digest, so that a browser may keep the file for ever.</summary>
    public string Address(string name) => files.TryGetValue(name, out var file) ? $"/static/{name}?v={file.Tag}" : "/static/" + name;

    public StaticAsset? Find(string name) => files.GetValueOrDefault(name);

    private static FrozenDictionary<string, StaticAsset> Load()
    {
        var assembly = typeof(StaticAssets).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(n => n[Prefix.Length..], n => Read(assembly, n), StringComparer.Ordinal);
    }

    private static StaticAsset Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException("Lost resource " + name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new StaticAsset(bytes, Digest.Of(bytes).ToString()[..16], StaticAsset.TypeOf(name));
    }
}
