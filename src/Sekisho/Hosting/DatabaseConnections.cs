using Npgsql;
using Sekisho.Kernel;

namespace Sekisho.Hosting;

/// <summary>Connection strings of the three logins, from the private cluster or from the server named in SEKISHO_DATABASE.</summary>
/// <param name="Admin">May create roles and the database.</param>
/// <param name="Database">Name of the database.</param>
internal sealed record DatabaseConnections(string Admin, string Database, string Owner, string App, string Sealer)
{
    internal const string Variable = "SEKISHO_DATABASE";

    internal static string? External => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;

    internal static DatabaseConnections Of(PrivateCluster cluster) =>
        new(cluster.AdminConnection, PrivateCluster.DatabaseName, cluster.OwnerConnection, cluster.AppConnection, cluster.SealerConnection);

    /// <param name="text">Connection string of a login that may create roles; <c>Database</c> names ours.</param>
    /// <param name="passwords">Passwords the application's logins get there.</param>
    internal static Result<DatabaseConnections> Of(string text, DatabasePasswords passwords)
    {
        try
        {
            var named = new NpgsqlConnectionStringBuilder(text);
            var database = named.Database is { Length: > 0 } name ? name : "sekisho";
            string With(string user, string password) => new NpgsqlConnectionStringBuilder(text) { Username = user, Password = password, Database = database }.ConnectionString;
            return new DatabaseConnections(
                new NpgsqlConnectionStringBuilder(text) { Database = "postgres" }.ConnectionString, database,
                new NpgsqlConnectionStringBuilder(text) { Database = database }.ConnectionString,
                With(Platform.Setup.SqlRoles.App, passwords.App), With(Platform.Setup.SqlRoles.Sealer, passwords.Sealer));
        }
        catch (ArgumentException e)
        {
            return new Refusal("start.database", $"{Variable} を読めません({e.Message})。", "Host=…;Username=…;Password=…;Database=… の形で指定してください。");
        }
    }
}
