using Microsoft.Extensions.DependencyInjection;
using Sekisho.Kernel;
using Sekisho.Kernel.Ledger;
using Sekisho.Organisation;
using Sekisho.Organisation.Import;
using Sekisho.Organisation.Model;
using Sekisho.Organisation.Store;
using Sekisho.Platform;
using Sekisho.Platform.Registries;
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

    /// <summary>Another module lists a system of its own.</summary>
    public Task<Result<bool>> PutSystemAsync(string id, string label) => Services.GetRequiredService<CommandRunner>().RunAsync<bool>(IdSource.Random.Next(), "test.system", Actor.Service("test"), async (work, ct) =>
    {
        await work.PutSubjectAsync(new Subject(new TargetRef(TargetKind.System, id), label, null, null, null, null), ct);
        work.Audit(Sekisho.Organisation.Daily.CheckDay.AuditName, new Dictionary<string, object>(StringComparer.Ordinal) { ["day"] = "2026-04-10" }, null, TargetRef.City);
        return true;
    }, CancellationToken.None);

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
