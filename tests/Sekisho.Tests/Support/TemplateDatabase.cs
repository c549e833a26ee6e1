using System.Reflection;
using Sekisho.Platform;
using Sekisho.Platform.Setup;

namespace Sekisho.Tests.Support;

/// <summary>The template every test class's database is cloned from: all schemas, migrated once a run.</summary>
internal static class TemplateDatabase
{
    /// <summary>The schemas of every module in the build, the ground first: found by their public static <see cref="ModuleSchema"/> property, else by their migrations.</summary>
    public static IReadOnlyList<ModuleSchema> Schemas { get; } = Find();

    public static async Task CreateAsync(TestCluster cluster)
    {
        await DatabaseSetup.EnsureAsync(cluster.Connection("postgres", "postgres"), "sekisho_template", "app", "sealer", CancellationToken.None);
        var options = TestDatabase.Options(cluster, "sekisho_template", cluster.Folder);
        await new MigrationRunner(options, TimeProvider.System).RunAsync(Schemas, CancellationToken.None);
        Npgsql.NpgsqlConnection.ClearAllPools();
    }

    private static List<ModuleSchema> Find()
    {
        var found = new List<ModuleSchema> { PlatformSchema.Module };
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "Sekisho.*.dll").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (name is "Sekisho.Platform" or "Sekisho.Tests" or "Sekisho.Kernel") continue;
            var assembly = Assembly.Load(name);
            var declared = assembly.GetTypes().SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
                .Where(p => p.PropertyType == typeof(ModuleSchema)).Select(p => (ModuleSchema)p.GetValue(null)!).FirstOrDefault();
            if (declared is not null) found.Add(declared);
            else if (assembly.GetManifestResourceNames().Any(n => n.Contains(".Migrations.", StringComparison.Ordinal)))
                found.Add(new ModuleSchema(name["Sekisho.".Length..].ToLowerInvariant(), assembly, [], []));
        }
        return found;
    }
}
