using Microsoft.EntityFrameworkCore;
using Sekisho.Platform;
using Sekisho.Policy.Committee;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Drafts;
using Sekisho.Policy.Exceptions;
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
    internal DbSet<ExceptionRow> Exceptions => Set<ExceptionRow>();
    internal DbSet<EquivalenceRow> Equivalences => Set<EquivalenceRow>();
    internal DbSet<CommitteeRuleRow> CommitteeRules => Set<CommitteeRuleRow>();
    internal DbSet<MeetingRow> Meetings => Set<MeetingRow>();
    internal DbSet<MemberRow> Members => Set<MemberRow>();
    internal DbSet<AgendaItemRow> AgendaItems => Set<AgendaItemRow>();
    internal DbSet<VoteRow> Votes => Set<VoteRow>();
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

    /// <summary>The newest exception of this subject.</summary>
    public Task<ExceptionRow?> ExceptionNamedAsync(string title, CancellationToken ct) =>
        Exceptions.Where(e => e.Title == title).OrderByDescending(e => e.RequestedAt).ThenByDescending(e => e.Number).FirstOrDefaultAsync(ct);

    /// <summary>The newest review of this cause.</summary>
    public Task<ReviewRow?> ReviewNamedAsync(string cause, CancellationToken ct) => Reviews.Where(r => r.TriggerRef == cause).OrderByDescending(r => r.OpenedOn).FirstOrDefaultAsync(ct);

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
        modelBuilder.Entity<ExceptionRow>(e => { e.ToTable("exception_case"); e.HasKey(x => x.Id); e.HasIndex(x => new { x.FiscalYear, x.Number }).IsUnique(); e.Ignore(x => x.Name); e.Ignore(x => x.LastDay); });
        modelBuilder.Entity<EquivalenceRow>(e => { e.ToTable("equivalence"); e.HasKey(x => new { x.ExceptionId, x.Path }); });
        modelBuilder.Entity<CommitteeRuleRow>(e => { e.ToTable("committee_rule"); e.HasKey(r => r.Id); e.Property(r => r.Id).ValueGeneratedNever(); });
        modelBuilder.Entity<MeetingRow>(e => { e.ToTable("meeting"); e.HasKey(m => m.Id); e.HasIndex(m => new { m.FiscalYear, m.Number }).IsUnique(); e.Ignore(m => m.IsWritten); e.Ignore(m => m.Year); });
        modelBuilder.Entity<MemberRow>(e => { e.ToTable("meeting_member"); e.HasKey(m => new { m.MeetingId, m.PersonId }); });
        modelBuilder.Entity<AgendaItemRow>(e => { e.ToTable("agenda_item"); e.HasKey(i => i.Id); e.HasIndex(i => new { i.FiscalYear, i.Number }).IsUnique(); e.Ignore(i => i.ResolutionName); });
        modelBuilder.Entity<VoteRow>(e => { e.ToTable("agenda_vote"); e.HasKey(v => new { v.ItemId, v.PersonId }); });
        modelBuilder.Entity<ScopeRow>(e =>
        {
            e.ToTable("scope_entry");
            e.HasKey(s => s.Id);
            e.HasIndex(s => new { s.PackCode, s.Dimension, s.Code }).IsUnique();
        });
    }
}
