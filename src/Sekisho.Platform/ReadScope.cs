using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Sekisho.Platform;

/// <summary>One read-only look at the database: REPEATABLE READ, contexts without tracking.</summary>
public sealed class ReadScope : IAsyncDisposable
{
    private readonly NpgsqlTransaction transaction;
    private readonly Dictionary<Type, ModuleContext> contexts = [];

    internal ReadScope(NpgsqlConnection connection, NpgsqlTransaction transaction) => (Connection, this.transaction) = (connection, transaction);

    public NpgsqlConnection Connection { get; }

    public TContext Context<TContext>() where TContext : ModuleContext
    {
        if (!contexts.TryGetValue(typeof(TContext), out var context))
            contexts[typeof(TContext)] = context = Contexts.Create<TContext>(Connection, transaction, QueryTrackingBehavior.NoTrackingWithIdentityResolution);
        return (TContext)context;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in contexts.Values) await context.DisposeAsync();
        await transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }
}
