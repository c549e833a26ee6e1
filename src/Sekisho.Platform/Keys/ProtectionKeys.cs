using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Sekisho.Platform.Keys;

/// <summary>Where ASP.NET Data Protection keeps its keys: a table, each sealed under the key-encryption key (rule T11).</summary>
internal sealed class ProtectionKeys(Database database, KeyFile keys, TimeProvider time) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = database.Source.CreateCommand("select name, sealed from platform.protection_key order by name");
        using var reader = command.ExecuteReader();
        var elements = new List<XElement>();
        while (reader.Read()) elements.Add(XElement.Parse(Encoding.UTF8.GetString(keys.Unwrap(reader.GetFieldValue<byte[]>(1), Label(reader.GetString(0))))));
        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = database.Source.CreateCommand("insert into platform.protection_key (name, sealed, created_at) values ($1, $2, $3)");
        var box = keys.Wrap(Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)), Label(friendlyName));
        foreach (var value in new object[] { friendlyName, box, time.GetUtcNow() }) command.Parameters.Add(new NpgsqlParameter { Value = value });
        command.ExecuteNonQuery();
    }

    private static byte[] Label(string name) => Encoding.UTF8.GetBytes("protection:" + name);
}
