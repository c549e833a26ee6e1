using System.Collections;
using System.Runtime.CompilerServices;

namespace Sekisho.Kernel.Facts;

/// <summary>An immutable list of codes inside a fact, equal by its elements.</summary>
[CollectionBuilder(typeof(FactList), nameof(Of))]
public sealed class FactList : IReadOnlyList<string>, IEquatable<FactList>
{
    private readonly string[] items;
    private FactList(string[] items) => this.items = items;
    public static FactList Of(ReadOnlySpan<string> items) => new(items.ToArray());
    public static FactList From(IEnumerable<string> items) => new([.. items]);
    public string this[int index] => items[index];
    public int Count => items.Length;
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)items).GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
    public bool Equals(FactList? other) => other is not null && items.AsSpan().SequenceEqual(other.items);
    public override bool Equals(object? obj) => Equals(obj as FactList);
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items) hash.Add(item, StringComparer.Ordinal);
        return hash.ToHashCode();
    }
}
