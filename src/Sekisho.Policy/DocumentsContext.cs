using Microsoft.EntityFrameworkCore;
using Sekisho.Platform;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Drafts;
using Sekisho.Policy.Findings;
using Sekisho.Policy.Library;
using Sekisho.Policy.Mapping;
using Sekisho.Policy.Packs;
using Sekisho.Policy.Parameters;
using Sekisho.Policy.Records;
using Sekisho.Policy.Reviews;
using Sekisho.Policy.Scope;

namespace Sekisho.Policy;

/// <summary>Packs, documents, editions, clauses, drafts and scope.</summary>
public sealed class DocumentsContext(DbContextOptions options) : ModuleContext(options)
{
    public const string Schema = "policy";
    public override string SchemaName => Schema;

    internal DbSet<PackRow> Packs => Set<PackRow>();
    internal DbSet<PackVersionRow> PackVersions => Set<PackVersionRow>();
    internal DbSet<ParameterChangeRow> ParameterChanges => Set<ParameterChangeRow>();
    internal DbSet<ObligationRow> Obligations => Set<ObligationRow>();
    internal DbSet<DocumentRow> Documents => Set<DocumentRow>();
    internal DbSet<EditionRow> Editions => Set<EditionRow>();
    internal DbSet<ClauseRow> Clauses => Set<ClauseRow>();
    internal DbSet<DraftRow> Drafts => Set<DraftRow>();
    internal DbSet<MappingActRow> MappingActs => Set<MappingActRow>();
    internal DbSet<ReviewRow> Reviews => Set<ReviewRow>();
    internal DbSet<AnalysisRow> Analyses => Set<AnalysisRow>();
    internal DbSet<RecordClassRow> RecordClasses => Set<RecordClassRow>();
    internal DbSet<DisposalRow> Disposals => Set<DisposalRow>();
    internal DbSet<DisposalItemRow> DisposalItems => Set<DisposalItemRow>();
    internal DbSet<ScopeRow> Scope => Set<ScopeRow>();
    internal DbSet<JointDecisionRow> Decisions => Set<JointDecisionRow>();
    internal DbSet<PublicationRow> Publications => Set<PublicationRow>();
    internal DbSet<DistributionRow> Distributions => Set<DistributionRow>();
    internal DbSet<RecipientRow> Recipients => Set<RecipientRow>();
    internal DbSet<CarriedRow> Carried => Set<CarriedRow>();
    internal DbSet<LawReferenceRow> Laws => Set<LawReferenceRow>();

    /// <summary>The published edition of every document.</summary>
    public IQueryable<EditionRow> EditionsInForce() => Editions.Where(e => e.IsCurrent && e.PublicationState == EditionRow.Published);

    /// <summary>The draft beside a document's text in force, at most one.</summary>
    public IQueryable<EditionRow> Waiting(string documentId) => Editions.Where(e => e.DocumentId == documentId && !e.IsCurrent && e.PublicationState == EditionRow.Draft);

    /// <summary>What is decided on next: the draft that waits, else the document's text.</summary>
    public async Task<EditionRow?> NextAsync(string documentId, CancellationToken ct) =>
        await Waiting(documentId).SingleOrDefaultAsync(ct) ?? await Editions.SingleOrDefaultAsync(e => e.DocumentId == documentId && e.IsCurrent, ct);

    /// <summary>Id of the document of this title; without a title, of the policy itself. Null when there is none.</summary>
    public Task<string?> NamedAsync(string? title, CancellationToken ct) =>
        Documents.Where(d => title == null ? d.PackCode != null : d.Title == title && d.PackCode == null).Select(d => (string?)d.Id).FirstOrDefaultAsync(ct);

    /// <summary>Who has been asked to confirm a document and has not.</summary>
    public async Task<IReadOnlyList<(string DocumentId, string UnitId, string PersonId)>> AskedAsync(CancellationToken ct) =>
        [.. (await (from r in Recipients join d in Distributions on r.DistributionId equals d.Id where r.AcknowledgedAt == null orderby d.DocumentId, r.UnitId, r.PersonId
            select new { d.DocumentId, r.UnitId, r.PersonId }).ToListAsync(ct)).Select(a => (a.DocumentId, a.UnitId ?? "", a.PersonId))];
    internal DbSet<FindingRow> Findings => Set<FindingRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PackRow>(e => { e.ToTable("pack"); e.HasKey(p => p.Code); });
        modelBuilder.Entity<PackVersionRow>(e => { e.ToTable("pack_version"); e.HasKey(p => p.Id); });
        modelBuilder.Entity<ParameterChangeRow>(e => { e.ToTable("parameter_change"); e.HasKey(p => p.Id); e.Ignore(p => p.Key); });
        modelBuilder.Entity<ObligationRow>(e => { e.ToTable("obligation"); e.HasKey(o => new { o.PackCode, o.Id }); });
        modelBuilder.Entity<DocumentRow>(e => { e.ToTable("document"); e.HasKey(d => d.Id); });
        modelBuilder.Entity<EditionRow>(e =>
        {
            e.ToTable("edition");
            e.HasKey(r => r.Id);
            e.HasIndex(r => new { r.DocumentId, r.Version }).IsUnique();
        });
        modelBuilder.Entity<ClauseRow>(e => { e.ToTable("clause"); e.HasKey(c => new { c.EditionId, c.Path }); });
        modelBuilder.Entity<JointDecisionRow>(e => { e.ToTable("joint_decision"); e.HasKey(d => new { d.DocumentId, d.Version, d.OrganCode }); });
        modelBuilder.Entity<PublicationRow>(e => { e.ToTable("publication"); e.HasKey(p => p.Id); });
        modelBuilder.Entity<DistributionRow>(e => { e.ToTable("distribution"); e.HasKey(d => d.Id); });
        modelBuilder.Entity<RecipientRow>(e => { e.ToTable("recipient"); e.HasKey(r => new { r.DistributionId, r.PersonId }); });
        modelBuilder.Entity<CarriedRow>(e => { e.ToTable("carried"); e.HasKey(c => new { c.EditionId, c.ObligationId }); });
        modelBuilder.Entity<LawReferenceRow>(e => { e.ToTable("law_reference"); e.HasKey(l => new { l.DocumentId, l.Name }); });
        modelBuilder.Entity<FindingRow>(e =>
        {
            e.ToTable("finding");
            e.HasKey(f => f.Id);
            e.HasIndex(f => f.DocumentId);
        });
        modelBuilder.Entity<DraftRow>(e => { e.ToTable("draft"); e.HasKey(d => d.Id); });
        modelBuilder.Entity<ReviewRow>(e =>
        {
            e.ToTable("review");
            e.HasKey(r => r.Id);
            e.HasIndex(r => r.TriggerId).IsUnique();
        });
        modelBuilder.Entity<RecordClassRow>(e => { e.ToTable("record_class"); e.HasKey(c => c.Code); });
        modelBuilder.Entity<DisposalRow>(e => { e.ToTable("disposal"); e.HasKey(d => d.Id); });
        modelBuilder.Entity<DisposalItemRow>(e => { e.ToTable("disposal_item"); e.HasKey(i => new { i.DisposalId, i.Kind, i.Ref }); });
        modelBuilder.Entity<AnalysisRow>(e => { e.ToTable("revision_analysis"); e.HasKey(a => a.Id); });
        modelBuilder.Entity<MappingActRow>(e =>
        {
            e.ToTable("mapping_act");
            e.HasKey(a => a.Id);
            e.HasIndex(a => new { a.EditionId, a.Position }).IsUnique();
        });
        modelBuilder.Entity<ScopeRow>(e =>
        {
            e.ToTable("scope_entry");
            e.HasKey(s => s.Id);
            e.HasIndex(s => new { s.PackCode, s.Dimension, s.Code }).IsUnique();
        });
    }
}
