using Microsoft.EntityFrameworkCore;
using Sekisho.Organisation.Import;
using Sekisho.Organisation.Model;
using Sekisho.Organisation.Store;
using Sekisho.Organisation.Structure;
using Sekisho.Platform;

namespace Sekisho.Organisation;

/// <summary>The tables of the schema organisation. Rows are immutable records: a change is a new record with the version that was read.</summary>
internal sealed class OrganisationContext(DbContextOptions options) : ModuleContext(options)
{
    public const string Schema = "organisation";

    public override string SchemaName => Schema;

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Organ>().HasKey(r => r.Code);
        model.Entity<Unit>().HasKey(r => r.Id);
        model.Entity<UnitSuccession>().HasKey(r => new { r.UnitId, r.SuccessorId });
        model.Entity<Post>().HasKey(r => r.Code);
        model.Entity<PostTrait>().HasKey(r => new { r.PostCode, r.Trait, r.ValidFrom });
        model.Entity<Person>().HasKey(r => r.Id);
        model.Entity<PersonState>().HasKey(r => new { r.PersonId, r.ValidFrom });
        model.Entity<Tenure>().HasKey(r => new { r.PersonId, r.PostCode, r.ValidFrom });
        model.Entity<Charge>().HasKey(r => r.Id);
        model.Entity<Nomination>().HasKey(r => r.Id);
        model.Entity<Deputy>().HasKey(r => r.Id);
        model.Entity<RoleProposal>().HasKey(r => r.LocalName);
        model.Entity<TargetAssignment>().HasKey(r => new { r.TargetKind, r.TargetId, r.ValidFrom });
        model.Entity<OrganOpening>().HasKey(r => new { r.OrganCode, r.OpenedTo, r.ValidFrom });
        model.Entity<HoldingRow>().ToTable("holding", Schema).HasKey(r => r.Id);
        model.Entity<VacancyRow>().ToTable("vacancy", Schema).HasKey(r => new { r.Role, r.OrganCode, r.UnitId });
        model.Entity<ImportBatch>(b =>
        {
            b.HasKey(r => r.Id);
            b.Property(r => r.Files).HasColumnType("jsonb");
        });
        model.Entity<StructureChart>().HasKey(r => r.Version);
        foreach (var entity in model.Model.GetEntityTypes())
            foreach (var key in entity.FindPrimaryKey()!.Properties) key.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
    }
}
