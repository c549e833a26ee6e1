namespace Sekisho.Kernel.Facts;

/// <summary>The payload field's name where it cannot be derived from the property's name.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(string name) : Attribute
{
    public string Name => name;
}
