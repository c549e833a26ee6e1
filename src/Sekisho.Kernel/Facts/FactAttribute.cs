namespace Sekisho.Kernel.Facts;

/// <summary>Ties a fact record to its name in the closed vocabulary.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FactAttribute(
    string name, string meaning, ProducerModule producer, FactVolume volume, FactArrival arrival, params TargetKind[] targets) : Attribute
{
    public string Name => name;
    public string Meaning => meaning;
    public ProducerModule Producer => producer;
    public FactVolume Volume => volume;
    public FactArrival Arrival => arrival;
    /// <summary>Kinds of target the fact names; the first is the main one.</summary>
    public IReadOnlyList<TargetKind> Targets => targets;
}
