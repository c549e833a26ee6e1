using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Sekisho.Platform;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Platform.Setup;

/// <summary>Every module's EF model fits the schema its migrations make; found by looking, so that a new module is compared without anybody's doing.</summary>
public sealed class EveryModelTests(TestDatabase db) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Every_model_matches_the_migrated_schema()
    {
        var differences = new List<string>();
        await using var read = await db.Database.ReadAsync(CancellationToken.None);
        foreach (var type in ContextTypes())
        {
            var create = typeof(ReadScope).GetMethod(nameof(ReadScope.Context))!.MakeGenericMethod(type);
            differences.AddRange(await ModelComparison.DifferencesAsync((ModuleContext)create.Invoke(read, null)!, read.Connection));
        }
        differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_model_that_does_not_fit_is_seen()
    {
        await db.SqlAsync("create schema misfit; create table misfit.thing (id uuid primary key, label text, count bigint not null, extra text not null); grant usage on schema misfit to sekisho_app");
        await using var read = await db.Database.ReadAsync(CancellationToken.None);
        var differences = await ModelComparison.DifferencesAsync(read.Context<MisfitContext>(), read.Connection);
        differences.ShouldBe(
        [
            "misfit.absent: no such table",
            "misfit.thing.count: the model says integer, the schema bigint",
            "misfit.thing.gone: no such column",
            "misfit.thing.label: the model says required, the schema the opposite",
            "misfit.thing.extra: required, but unknown to the model",
            "misfit.thing: the model relies on (label) being unique, the schema does not promise it",
        ], ignoreOrder: true);
    }

    private static IEnumerable<Type> ContextTypes() => Directory.GetFiles(AppContext.BaseDirectory, "Sekisho.*.dll").Order(StringComparer.Ordinal)
        .Select(f => Path.GetFileNameWithoutExtension(f)!).Where(n => n != "Sekisho.Tests")
        .SelectMany(n => Assembly.Load(n).GetTypes()).Where(t => t.IsSubclassOf(typeof(ModuleContext)) && !t.IsAbstract);

    internal sealed class MisfitContext(DbContextOptions options) : ModuleContext(options)
    {
        public override string SchemaName => "misfit";
        public DbSet<Thing> Things => Set<Thing>();
        public DbSet<Absent> Absents => Set<Absent>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Thing>().HasIndex(t => t.Label).IsUnique();
    }

    internal sealed class Thing
    {
        public Guid Id { get; set; }
        public required string Label { get; set; }
        public int Count { get; set; }
        public string? Gone { get; set; }
    }

    internal sealed class Absent
    {
        public Guid Id { get; set; }
    }
}
