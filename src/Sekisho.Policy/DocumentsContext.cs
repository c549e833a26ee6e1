using Microsoft.EntityFrameworkCore;
using Sekisho.Platform;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Packs;
using Sekisho.Policy.Scope;

namespace Sekisho.Policy;

/// <summary>Packs, documents, editions, clauses and scope.</summary>
public sealed class DocumentsContext(DbContextOptions options) : ModuleContext(options)
{
    public const string Schema = "policy";
    public override string SchemaName => Schema;

    internal DbSet<PackRow> Packs => Set<PackRow>();
    internal DbSet<ObligationRow> Obligations => Set<ObligationRow>();
    internal DbSet<DocumentRow> Documents => Set<DocumentRow>();
    internal DbSet<EditionRow> Editions => Set<EditionRow>();
    internal DbSet<ClauseRow> Clauses => Set<ClauseRow>();
    internal DbSet<ScopeRow> Scope => Set<ScopeRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PackRow>(e => { e.ToTable("pack"); e.HasKey(p => p.Code); });
        modelBuilder.Entity<ObligationRow>(e => { e.ToTable("obligation"); e.HasKey(o => new { o.PackCode, o.Id }); });
        modelBuilder.Entity<DocumentRow>(e => { e.ToTable("document"); e.HasKey(d => d.Id); });
        modelBuilder.Entity<EditionRow>(e =>
        {
            e.ToTable("edition");
            e.HasKey(r => r.Id);
            e.HasIndex(r => new { r.DocumentId, r.Version }).IsUnique();
        });
        modelBuilder.Entity<ClauseRow>(e => { e.ToTable("clause"); e.HasKey(c => new { c.EditionId, c.Path }); });
        modelBuilder.Entity<ScopeRow>(e =>
        {
            e.ToTable("scope_entry");
            e.HasKey(s => s.Id);
            e.HasIndex(s => new { s.PackCode, s.Dimension, s.Code }).IsUnique();
        });
    }
}
