using Microsoft.Extensions.DependencyInjection;
using Sekisho.Kernel;
using Sekisho.Kernel.Ledger;
using Sekisho.Platform;
using Sekisho.Platform.Workers;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Packs;
using Sekisho.Policy.Scope;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Policy;

/// <summary>A database with the policy module's services; the worker decodes in this process.</summary>
public sealed class PolicyDatabase : TestDatabase
{
    public static PackFolder Packs { get; } = new(Path.Combine(SharedFiles.RepositoryRoot, "content", "packs"));

    public ApplyPack Apply => Services.GetRequiredService<ApplyPack>();
    public PolicyImporter Importer => Services.GetRequiredService<PolicyImporter>();
    public ConfigureScope Scope => Services.GetRequiredService<ConfigureScope>();
    public Sekisho.Policy.Findings.FindingDesk Findings => Services.GetRequiredService<Sekisho.Policy.Findings.FindingDesk>();
    public Sekisho.Policy.Drafts.DraftDesk Desk => Services.GetRequiredService<Sekisho.Policy.Drafts.DraftDesk>();
    public Sekisho.Policy.Drafts.BindDraft Bind => Services.GetRequiredService<Sekisho.Policy.Drafts.BindDraft>();
    internal PolicyReader Reader => Services.GetRequiredService<PolicyReader>();

    protected override void Configure(IServiceCollection collection)
    {
        collection.AddSingleton(Packs).AddSingleton<IWorkers, InProcessWorkers>();
        collection.AddSingleton<Sekisho.Policy.Parameters.RequestParameters>().AddSingleton<Sekisho.Platform.Approvals.IApprovalOwner, Sekisho.Policy.Parameters.ParameterOwner>();
        collection.AddSingleton<PackLibrary>().AddSingleton<ApplyPack>().AddSingleton<PolicyImporter>().AddSingleton<ConfigureScope>().AddSingleton<PolicyReader>().AddSingleton<Sekisho.Policy.Findings.FindingDesk>();
        collection.AddSingleton<Sekisho.Policy.Drafts.DraftDesk>().AddSingleton<Sekisho.Policy.Drafts.BindDraft>();
    }

    public static Guid NewId() => IdSource.Random.Next();
    public static Actor Person { get; } = Actor.Service("test");

    /// <summary>Seals and returns every record of this name.</summary>
    public async Task<List<SealedRecord>> RecordsAsync(string name)
    {
        await SealAsync();
        var records = new List<SealedRecord>();
        await foreach (var record in Ledger.ReadAsync(0, null, CancellationToken.None)) if (record.Name == name) records.Add(record);
        return records;
    }
}
