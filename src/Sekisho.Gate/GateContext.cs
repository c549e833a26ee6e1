using Microsoft.EntityFrameworkCore;
using Sekisho.Gate.Model;
using Sekisho.Platform;

namespace Sekisho.Gate;

/// <summary>Tables of the gate.</summary>
internal sealed class GateContext(DbContextOptions options) : ModuleContext(options)
{
    public const string Schema = "gate";
    public override string SchemaName => Schema;

    public DbSet<Mail> Mails => Set<Mail>();
    public DbSet<MailPart> Parts => Set<MailPart>();
    public DbSet<MailFinding> Findings => Set<MailFinding>();
    public DbSet<Model.Delivery> Deliveries => Set<Model.Delivery>();
    public DbSet<DeliveryAttempt> Attempts => Set<DeliveryAttempt>();
    public DbSet<MailboxMail> Mailbox => Set<MailboxMail>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Mail>().HasKey(m => m.Id);
        modelBuilder.Entity<Mail>().Property(m => m.SrcSha256).HasColumnName("src_sha256");
        modelBuilder.Entity<MailPart>().HasKey(p => new { p.MailId, p.Ordinal });
        modelBuilder.Entity<MailFinding>(f =>
        {
            f.HasKey(x => new { x.MailId, x.Ordinal });
            f.Property(x => x.Arguments).HasColumnType("jsonb");
        });
        modelBuilder.Entity<Model.Delivery>().HasKey(d => d.Id);
        modelBuilder.Entity<DeliveryAttempt>().HasKey(a => new { a.DeliveryId, a.Number });
        modelBuilder.Entity<MailboxMail>().HasKey(m => new { m.DeliveryId, m.Recipient });
    }
}
