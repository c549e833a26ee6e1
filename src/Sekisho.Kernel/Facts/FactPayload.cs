using System.Globalization;

namespace Sekisho.Kernel.Facts;

/// <summary>A fact's fields in the form that is sealed: strings, integers and lists of strings, by field name.</summary>
public static class FactPayload
{
    /// <summary>The fields that go into the leaf. Side fields are left out; see <see cref="Side"/>.</summary>
    public static IReadOnlyDictionary<string, object> Of(IFact fact) => Collect(fact, side: false);

    /// <summary>The free-text fields that go into the erasable side row, by field name.</summary>
    public static IReadOnlyDictionary<string, string> Side(IFact fact) =>
        Collect(fact, side: true).ToDictionary(p => p.Key, p => Convert.ToString(p.Value, CultureInfo.InvariantCulture)!, StringComparer.Ordinal);

    private static Dictionary<string, object> Collect(IFact fact, bool side)
    {
        var payload = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var field in FactSchema.Of(fact).Fields)
            if (field.IsSide == side && field.Property.GetValue(fact) is { } value)
                payload[field.Name] = Encode(value);
        return payload;
    }

    private static object Encode(object value) => value switch
    {
        string s => s,
        long n => n,
        bool b => b ? 1L : 0L,
        DateOnly d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset t => Instant.Text(t),
        FactList list => list,
        _ => throw new InvalidOperationException($"A fact field cannot hold {value.GetType().Name}."),
    };
}
