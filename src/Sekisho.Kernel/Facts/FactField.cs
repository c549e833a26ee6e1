using System.Reflection;

namespace Sekisho.Kernel.Facts;

/// <summary>One payload field: its name in the vocabulary and the property that holds it.</summary>
public sealed record FactField(string Name, PropertyInfo Property, bool IsSide);
