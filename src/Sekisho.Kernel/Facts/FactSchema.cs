using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace Sekisho.Kernel.Facts;

/// <summary>What the vocabulary says of one fact: name, producer, arrival, fields in payload order.</summary>
public sealed class FactSchema
{
    private static readonly FrozenDictionary<Type, FactSchema> ByType =
        FactTypes.All.ToDictionary(t => t, t => new FactSchema(t)).ToFrozenDictionary();
    private static readonly FrozenDictionary<string, FactSchema> ByName =
        ByType.Values.ToDictionary(s => s.Name, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);

    private FactSchema(Type type)
    {
        var head = type.GetCustomAttribute<FactAttribute>()
            ?? throw new InvalidOperationException($"{type.Name} has no [Fact].");
        Type = type;
        (Name, Meaning, Producer, Volume, Arrival, Targets) =
            (head.Name, head.Meaning, head.Producer, head.Volume, head.Arrival, head.Targets);
        Fields = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0)
            .OrderBy(p => p.MetadataToken)
            .Select(p => new FactField(
                p.GetCustomAttribute<FieldAttribute>()?.Name ?? Snake(p.Name), p, p.GetCustomAttribute<SideAttribute>() is not null))];
    }

    public Type Type { get; }
    public string Name { get; }
    public string Meaning { get; }
    public ProducerModule Producer { get; }
    public FactVolume Volume { get; }
    public FactArrival Arrival { get; }
    public IReadOnlyList<TargetKind> Targets { get; }
    public IReadOnlyList<FactField> Fields { get; }
    /// <summary>Version of the payload's shape; raised when a field is added.</summary>
    public int SchemaVersion => 1;

    /// <summary>Every schema in vocabulary order.</summary>
    public static IReadOnlyList<FactSchema> All { get; } = [.. FactTypes.All.Select(t => ByType[t])];
    public static FactSchema Of(IFact fact) => ByType[fact.GetType()];
    public static FactSchema Of<T>() where T : IFact => ByType[typeof(T)];
    /// <summary>The schema with this name, or null when the name is not in the closed vocabulary.</summary>
    public static FactSchema? Find(string name) => ByName.GetValueOrDefault(name);

    private static string Snake(string name)
    {
        var b = new StringBuilder(name.Length + 8);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && b.Length > 0) b.Append('_');
            b.Append(char.ToLowerInvariant(c));
        }
        return b.ToString();
    }
}
