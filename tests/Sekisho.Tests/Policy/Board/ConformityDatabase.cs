using Microsoft.Extensions.DependencyInjection;
using Sekisho.Kernel.Ledger;
using Sekisho.Platform;
using Sekisho.Policy;
using Sekisho.Policy.Board;
using Sekisho.Policy.Packs;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Policy.Board;

/// <summary>A city with a small policy of four articles and the judge following its ledger.</summary>
public sealed class ConformityDatabase : TestDatabase
{
    private const string Pack = """
        pack: TST
        city: 試験市
        document: { title: 試験市の方針, kind: basic_policy }
        settings: { exception: { enabled: true } }
        obligations:
          - { id: TST-001, clause: 第1, path: art1, sentences: [all], title: 最高責任者, text: { ja: 置く, en: Appoint }, strength: must, role: CISO, role_state: text, controls: [ORG-03] }
          - { id: TST-002, clause: 第2, path: art2, sentences: [all], title: メール, text: { ja: 文字にする, en: Make text }, strength: must, role: SYS_OWNER, role_state: text, controls: [SAN-01] }
          - { id: TST-003, clause: 第3, path: art3, sentences: [all], title: 順守の確認, text: { ja: 確かめる, en: Check }, strength: must, role: DEPT_HEAD, role_state: text, controls: [OPS-02] }
          - { id: TST-004, clause: 第4, path: art4, sentences: [all], title: 対応の班, text: { ja: 確かめる, en: Team }, strength: must, role: CISO, role_state: text, controls: [ORG-10], interval: { value: P3M, source: parameter } }
        """;

    private static string Digest => Sekisho.Conformity.Packs.PackReader.ReadPack(new Sekisho.Conformity.Packs.PackFile("TST/pack.yaml", Pack), ContentFiles.Catalogue).Value!.Digest.Hex;

    internal ConformityClock Clock => Services.GetRequiredService<ConformityClock>();
    public ConformityQueries Queries => Services.GetRequiredService<ConformityQueries>();

    protected override void Configure(IServiceCollection collection)
    {
        collection.AddSingleton(new PackFolder(Path.Combine(ContentFiles.Root, "content", "packs"))).AddSingleton<PackLibrary>();
        collection.AddConformity();
    }

    protected override async Task StartedAsync() => await RunAsync<bool>("policy.pack.apply", (work, _) =>
    {
        work.Context<DocumentsContext>().Add(new PackRow { Code = "TST", City = "試験市", Content = Pack, Digest = Digest, AppliedAt = work.Now });
        work.Audit("policy.pack.applied", new Dictionary<string, object>(StringComparer.Ordinal) { ["pack"] = "TST", ["digest"] = Digest });
        return Task.FromResult<Sekisho.Kernel.Result<bool>>(true);
    });

    public Task FactAsync(params Sekisho.Kernel.Facts.IFact[] facts) => RunAsync<bool>("test.facts", (work, _) =>
    {
        foreach (var fact in facts) work.Fact(fact);
        return Task.FromResult<Sekisho.Kernel.Result<bool>>(true);
    });

    public async Task<IReadOnlyList<SealedRecord>> VerdictsAsync(string path)
    {
        await Sealer.SealAsync(CancellationToken.None);
        var found = new List<SealedRecord>();
        await foreach (var record in Ledger.ReadAsync(0)) if (record.Name == "clause.verdict.computed" && record.Text("path") == path) found.Add(record);
        return found;
    }

    public async Task<BoardSnapshot> BoardAsync(DateOnly? day = null)
    {
        await using var read = await Database.ReadAsync(CancellationToken.None);
        return (await Queries.AtAsync(read, day, CancellationToken.None)).ShouldNotBeNull();
    }
}
