using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Sekisho.Platform;

namespace Sekisho.Tests.Support;

/// <summary>
/// Compares a context's model with the migrated schema (rule T15): tables, columns, types, nullability, primary keys, and the unique indexes the model relies on.
/// A required column the model does not know is a difference too: every insert would fail.
/// </summary>
internal static class ModelComparison
{
    private sealed record Column(string Type, bool IsNullable, bool HasDefault);

    public static async Task<IReadOnlyList<string>> DifferencesAsync(ModuleContext context, NpgsqlConnection connection)
    {
        var differences = new List<string>();
        foreach (var table in context.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables)
        {
            var name = table.Schema + "." + table.Name;
            var columns = await ColumnsAsync(connection, name);
            if (columns.Count == 0) differences.Add($"{name}: no such table");
            else
            {
                Columns(table, name, columns, differences);
                Keys(table, name, await UniqueAsync(connection, name), differences);
            }
        }
        return differences;
    }

    private static void Columns(ITable table, string name, Dictionary<string, Column> columns, List<string> differences)
    {
        foreach (var column in table.Columns)
        {
            if (!columns.TryGetValue(column.Name, out var actual)) differences.Add($"{name}.{column.Name}: no such column");
            else if (!string.Equals(actual.Type, column.StoreType, StringComparison.Ordinal)) differences.Add($"{name}.{column.Name}: the model says {column.StoreType}, the schema {actual.Type}");
            else if (actual.IsNullable != column.IsNullable) differences.Add($"{name}.{column.Name}: the model says {(column.IsNullable ? "nullable" : "required")}, the schema the opposite");
        }
        foreach (var (column, actual) in columns)
            if (!actual.IsNullable && !actual.HasDefault && table.FindColumn(column) is null) differences.Add($"{name}.{column}: required, but unknown to the model");
    }

    private static void Keys(ITable table, string name, List<string> unique, List<string> differences)
    {
        var wanted = table.UniqueConstraints.Select(u => u.Columns).Concat(table.Indexes.Where(i => i.IsUnique).Select(i => i.Columns));
        foreach (var set in wanted.Select(c => string.Join(',', c.Select(x => x.Name).Order(StringComparer.Ordinal))))
            if (!unique.Contains(set, StringComparer.Ordinal)) differences.Add($"{name}: the model relies on ({set}) being unique, the schema does not promise it");
    }

    private static async Task<Dictionary<string, Column>> ColumnsAsync(NpgsqlConnection connection, string table)
    {
        await using var command = new NpgsqlCommand("""
            select a.attname, format_type(a.atttypid, a.atttypmod), not a.attnotnull, a.atthasdef or a.attidentity <> '' from pg_attribute a
            where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped
            """, connection) { Parameters = { new() { Value = table } } };
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new Dictionary<string, Column>(StringComparer.Ordinal);
        while (await reader.ReadAsync()) columns[reader.GetString(0)] = new(reader.GetString(1), reader.GetBoolean(2), reader.GetBoolean(3));
        return columns;
    }

    private static async Task<List<string>> UniqueAsync(NpgsqlConnection connection, string table)
    {
        await using var command = new NpgsqlCommand("""
            select string_agg(a.attname::text, ',' order by a.attname::text) from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
            where i.indrelid = to_regclass($1) and i.indisunique group by i.indexrelid
            """, connection) { Parameters = { new() { Value = table } } };
        await using var reader = await command.ExecuteReaderAsync();
        var sets = new List<string>();
        while (await reader.ReadAsync()) sets.Add(reader.GetString(0));
        return sets;
    }
}
