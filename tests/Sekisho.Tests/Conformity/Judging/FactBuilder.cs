using System.Globalization;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts;
using Sekisho.Kernel.Ledger;

namespace Sekisho.Tests.Conformity.Judging;

/// <summary>Facts by name and text fields, turned into sealed records as the ledger would hand them out.</summary>
internal sealed class FactBuilder(DateTimeOffset asOf)
{
    private readonly List<SealedRecord> records = [];
    public IReadOnlyList<SealedRecord> Records => records;

    /// <summary>Values may be "@-14d", "@+1d", "@-23h", "@-15m", "@-1s": relative to the instant of judgement.</summary>
    public FactBuilder Add(string name, DateTimeOffset at, params IEnumerable<(string Field, string Value)> fields)
    {
        var schema = FactSchema.Find(name) ?? throw new ArgumentException("No fact " + name);
        var given = fields.ToDictionary(f => f.Field, f => f.Value, StringComparer.Ordinal);
        var unknown = given.Keys.Except(schema.Fields.Select(f => f.Name)).ToList();
        if (unknown.Count > 0) throw new ArgumentException($"{name} has no field {unknown[0]}.");
        var arguments = schema.Fields.Select(f => given.TryGetValue(f.Name, out var text) ? Value(f.Property.PropertyType, text) : null).ToArray();
        var fact = (IFact)schema.Type.GetConstructors().Single(c => c.GetParameters().Length == arguments.Length).Invoke(arguments);
        records.Add(new SealedRecord(records.Count, new Guid(records.Count, 0, 0, new byte[8]), name, true, 1, FactTargets.Of(fact), at, at, "test",
            FactPayload.Of(fact), [.. FactPayload.Side(fact).Keys]));
        return this;
    }

    public FactBuilder Add(string name, params (string Field, string Value)[] fields) => Add(name, asOf.AddMinutes(-1), fields);

    public DateTimeOffset Relative(string text)
    {
        var count = int.Parse(text[1..^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return text[^1] switch
        {
            'd' => asOf.AddDays(count),
            'h' => asOf.AddHours(count),
            'm' => asOf.AddMinutes(count),
            's' => asOf.AddSeconds(count),
            _ => throw new FormatException(text),
        };
    }

    private object Value(Type type, string text)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return text;
        if (type == typeof(bool)) return text == "true";
        if (type == typeof(long)) return long.Parse(text, CultureInfo.InvariantCulture);
        if (type == typeof(FactList)) return FactList.From(text.Split(','));
        var at = text[0] == '@' ? Relative(text) : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return type == typeof(DateOnly) ? JapanTime.Day(at) : at;
    }
}
