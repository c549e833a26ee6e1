using System.Buffers;
using System.Text.Json;

namespace Sekisho.Kernel.Workers;

/// <summary>Writes the JSON header of a frame.</summary>
internal static class HeaderWriter
{
    public static ReadOnlyMemory<byte> Object(Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var w = new Utf8JsonWriter(buffer))
        {
            w.WriteStartObject();
            body(w);
            w.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    public static void Map<T>(Utf8JsonWriter w, string name, IReadOnlyDictionary<string, T> map, Action<Utf8JsonWriter, string, T> value)
    {
        w.WriteStartObject(name);
        foreach (var (k, v) in map) value(w, k, v);
        w.WriteEndObject();
    }

    public static void List<T>(Utf8JsonWriter w, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> item)
    {
        w.WriteStartArray(name);
        foreach (var i in items)
        {
            w.WriteStartObject();
            item(w, i);
            w.WriteEndObject();
        }
        w.WriteEndArray();
    }
}
