using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Sekisho.Platform;

/// <summary>Names of the database: the module's schema, snake_case tables named after the entity, snake_case columns. Explicit mappings win.</summary>
internal sealed class SnakeCaseConvention(string schema) : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            if (!entity.IsOwned())
            {
                if (entity.GetTableNameConfigurationSource() != ConfigurationSource.Explicit) entity.Builder.ToTable(Snake(entity.ClrType.Name));
                // ToTable("name") says explicitly "no schema": a module has only its own.
                ((IMutableEntityType)entity).SetSchema(schema);
            }
            foreach (var property in entity.GetDeclaredProperties())
            {
                property.Builder.HasColumnName(Snake(property.Name));
                if (string.Equals(property.Name, ModuleContext.RowVersion, StringComparison.Ordinal)) property.Builder.IsConcurrencyToken(true);
            }
        }
    }

    internal static string Snake(string name)
    {
        var b = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsAsciiLetterUpper(name[i]) && i > 0 && !char.IsAsciiLetterUpper(name[i - 1])) b.Append('_');
            b.Append(char.ToLowerInvariant(name[i]));
        }
        return b.ToString();
    }
}
