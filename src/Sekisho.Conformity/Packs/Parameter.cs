namespace Sekisho.Conformity.Packs;

/// <summary>A value a rule uses and a city may set, as written: 14日, 90%, 12. Every default is a proposal of this product.</summary>
public sealed record Parameter(string Name, string Default, string? Reason)
{
    /// <summary>Whether a value is of the same kind as the default: a length of time, a share, a number or a word.</summary>
    public bool Accepts(string value) => value.Length > 0 && PackFileReader.SameKind(Default, value);
}
