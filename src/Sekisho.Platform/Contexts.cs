using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Sekisho.Platform;

/// <summary>Makes module contexts on an open connection and transaction.</summary>
internal static class Contexts
{
    public static TContext Create<TContext>(NpgsqlConnection connection, NpgsqlTransaction transaction, QueryTrackingBehavior tracking)
        where TContext : ModuleContext
    {
        var options = new DbContextOptionsBuilder<TContext>().UseNpgsql(connection).UseQueryTrackingBehavior(tracking).Options;
        var context = (TContext)Activator.CreateInstance(typeof(TContext), options)!;
        context.Database.UseTransaction(transaction);
        return context;
    }
}
