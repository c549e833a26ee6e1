using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Jobs;
using Sekisho.Platform.Keys;
using Sekisho.Platform.Ledger;

namespace Sekisho.Tests.Support;

/// <summary>
/// A database of one test class, cloned from the migrated template, with the ground on top of it. Use as <c>IClassFixture&lt;TestDatabase&gt;</c>;
/// a class that needs its own services derives from it and overrides <see cref="Configure"/>.
/// </summary>
public class TestDatabase : IAsyncLifetime
{
    private TestCluster? cluster;
    private ServiceProvider? services;

    public string Name { get; private set; } = "";
    /// <summary>A folder of this database: keys, content, checkpoints.</summary>
    public string Folder { get; private set; } = "";
    public PlatformOptions PlatformOptions { get; private set; } = null!;
    public IServiceProvider Services => services ?? throw new InvalidOperationException("The database has not started.");
    internal ManualTime Time { get; } = new();
    public CommandRunner Commands => Services.GetRequiredService<CommandRunner>();
    public Database Database => Services.GetRequiredService<Database>();
    public LedgerReader Ledger => Services.GetRequiredService<LedgerReader>();
    public Sealer Sealer => Services.GetRequiredService<Sealer>();
    /// <summary>Connection string of the cluster's superuser, for tests that play the attacker or look inside.</summary>
    public string Superuser => cluster!.Connection("postgres", Name);

    public async Task InitializeAsync()
    {
        cluster = await TestCluster.GetAsync();
        Name = await cluster.CloneAsync();
        Folder = Directory.CreateTempSubdirectory("sekisho-test-").FullName;
        PlatformOptions = Options(cluster, Name, Folder);
        KeyFile.Create(PlatformOptions.KeyFile);
        SealerKey.Create(PlatformOptions.SealerKeyFile);
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(Time);
        foreach (var schema in TemplateDatabase.Schemas.Skip(1)) collection.AddModuleSchema(schema);
        collection.AddModuleSchema(TestSchema);
        collection.AddPlatform(PlatformOptions);
        Configure(collection);
        services = collection.BuildServiceProvider();
        await StartedAsync();
    }

    /// <summary>Adds services of the module under test.</summary>
    protected virtual void Configure(IServiceCollection collection) { }

    /// <summary>Runs once the services are there.</summary>
    protected virtual Task StartedAsync() => Task.CompletedTask;

    /// <summary>Runs a command with a fresh id as a service of the test.</summary>
    public Task<Result<T>> RunAsync<T>(string name, Func<UnitOfWork, CancellationToken, Task<Result<T>>> body, Actor? actor = null) =>
        Commands.RunAsync(IdSource.Random.Next(), name, actor ?? Actor.Service("test"), body, CancellationToken.None);

    /// <summary>Seals what waits and lets every consumer follow.</summary>
    public async Task SealAsync()
    {
        await Sealer.SealAsync(CancellationToken.None);
        await Services.GetRequiredService<ConsumerHost>().CatchUpAsync(CancellationToken.None);
    }

    /// <summary>Runs every due job.</summary>
    public Task<int> RunJobsAsync() => Services.GetRequiredService<JobHost>().DrainAsync(CancellationToken.None);

    /// <summary>SQL as superuser.</summary>
    public async Task<object?> SqlAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Superuser);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    public async Task DisposeAsync()
    {
        if (services is not null) await services.DisposeAsync();
        if (cluster is not null) await cluster.DropAsync(Name);
        Directory.Delete(Folder, recursive: true);
    }

    // Names that tests of the ground itself write.
    private static ModuleSchema TestSchema { get; } = new("test", typeof(TestDatabase).Assembly, ["test.thing.done"], []);

    internal static PlatformOptions Options(TestCluster cluster, string database, string folder) => new()
    {
        AppConnection = cluster.Connection(Sekisho.Platform.Setup.SqlRoles.App, database),
        SealerConnection = cluster.Connection(Sekisho.Platform.Setup.SqlRoles.Sealer, database),
        OwnerConnection = cluster.Connection("postgres", database),
        Origin = "sekisho/test/1",
        SealerKeyFile = Path.Combine(folder, "sealer.pem"),
        KeyFile = Path.Combine(folder, "kek"),
        ContentFolder = Path.Combine(folder, "content"),
        CheckpointFolder = Path.Combine(folder, "checkpoints"),
    };
}
