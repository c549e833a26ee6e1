using Microsoft.EntityFrameworkCore;
using Sekisho.Access.Accounts;
using Sekisho.Access.Passwords;
using Sekisho.Platform;

namespace Sekisho.Access;

/// <summary>Accounts and the rule for signing in. What is hot (sessions, counters) is plain SQL.</summary>
public sealed class AccessContext(DbContextOptions options) : ModuleContext(options)
{
    public const string Schema = "access";
    public override string SchemaName => Schema;

    internal DbSet<Account> Accounts => Set<Account>();
    internal DbSet<SignInPolicy> Policies => Set<SignInPolicy>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Account>().HasKey(a => a.Id);
        modelBuilder.Entity<SignInPolicy>().HasKey(p => p.Id);
        modelBuilder.Entity<SignInPolicy>().Property(p => p.Id).ValueGeneratedNever();
    }
}
