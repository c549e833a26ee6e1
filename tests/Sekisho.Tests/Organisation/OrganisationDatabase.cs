using Microsoft.Extensions.DependencyInjection;
using Sekisho.Kernel;
using Sekisho.Kernel.Ledger;
using Sekisho.Organisation;
using Sekisho.Organisation.Import;
using Sekisho.Organisation.Model;
using Sekisho.Organisation.Store;
using Sekisho.Platform;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Organisation;

/// <summary>A database with the module's services.</summary>
public sealed class OrganisationDatabase : TestDatabase
{
    public RosterCommands Roster => Services.GetRequiredService<RosterCommands>();

    protected override void Configure(IServiceCollection collection) =>
        collection.AddSingleton<RosterCommands>().AddSingleton<Sekisho.Organisation.Daily.CheckDay>().AddSingleton<Sekisho.Organisation.Structure.PublishStructure>().AddSingleton<Sekisho.Organisation.Demo.DemoOrganisation>();

    public static Actor Person(string id, string? organ = "mayor", params string[] roles) =>
        new(ActorKind.Person, "見本", id, organ, null, roles.ToHashSet(StringComparer.Ordinal));

    public Task<Result<ImportResult>> ImportAsync(IReadOnlyList<ImportFile> files, Actor? actor = null) =>
        new ImportRoster(files).RunAsync(Roster, IdSource.Random.Next(), actor ?? Actor.Service("test"), CancellationToken.None);

    public Task<Result<ImportResult>> ImportAsync(string csv) => ImportAsync([new ImportFile("more.csv", csv)]);

    internal async Task<Roster> ReadAsync()
    {
        await using var read = await Database.ReadAsync(CancellationToken.None);
        return await RosterReader.ReadAsync(read.Context<OrganisationContext>(), CancellationToken.None);
    }

    /// <summary>The facts sealed so far with this name.</summary>
    public async Task<IReadOnlyList<SealedRecord>> FactsAsync(string name) => [.. (await RecordsAsync()).Where(r => r.Name == name)];

    /// <summary>Everything in the ledger, sealed first.</summary>
    public async Task<IReadOnlyList<SealedRecord>> RecordsAsync()
    {
        await SealAsync();
        var found = new List<SealedRecord>();
        await foreach (var record in Ledger.ReadAsync(0, null, CancellationToken.None)) found.Add(record);
        return found;
    }
}
