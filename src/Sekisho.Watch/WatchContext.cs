using Microsoft.EntityFrameworkCore;
using Sekisho.Platform;
using Sekisho.Watch.Functions;

namespace Sekisho.Watch;

/// <summary>Tables of the watch module.</summary>
public sealed class WatchContext(DbContextOptions options) : ModuleContext(options)
{
    public const string Schema = "watch";
    public override string SchemaName => Schema;

    internal DbSet<SecurityFunction> SecurityFunctions => Set<SecurityFunction>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<SecurityFunction>(e =>
    {
        e.ToTable("security_function");
        e.HasKey(f => f.FunctionId);
        e.Property(f => f.RowVersion).IsConcurrencyToken();
    });
}
