using Microsoft.EntityFrameworkCore;

namespace Sekisho.Platform;

/// <summary>
/// Base of every module's context. Tables and columns get snake_case names unless mapped explicitly, an integer property <c>RowVersion</c> is the
/// concurrency token and is raised on every change, and only <see cref="UnitOfWork"/> may save (rule T4).
/// </summary>
public abstract class ModuleContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Name of the row version property every editable entity has.</summary>
    public const string RowVersion = "RowVersion";

    /// <summary>The module's database schema.</summary>
    public abstract string SchemaName { get; }

    internal bool MaySave { get; set; }

    /// <summary>Says which version the person saw: when somebody changed the row since, the command ends in a conflict, not in a lost update.</summary>
    public void ExpectVersion(object entity, int version) => Entry(entity).Property(RowVersion).OriginalValue = version;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Conventions.Add(_ => new SnakeCaseConvention(SchemaName));

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Only the unit of work saves, and asynchronously.");

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!MaySave) throw new InvalidOperationException("Only the unit of work saves.");
        ChangeTracker.DetectChanges();
        foreach (var entry in ChangeTracker.Entries())
            if (entry.State == EntityState.Modified && entry.Metadata.FindProperty(RowVersion) is not null)
            {
                var version = entry.Property(RowVersion);
                version.CurrentValue = (int)version.OriginalValue! + 1;
            }
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}
