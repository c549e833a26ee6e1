using System.Collections;
using Sekisho.Kernel.Ledger;

namespace Sekisho.Conformity.Judging;

/// <summary>The first records of a list that only grows: the list as it once was, without a copy.</summary>
internal sealed class ListHead(List<SealedRecord> list, int count) : IReadOnlyList<SealedRecord>
{
    /// <summary>The records of leaves before <paramref name="leafCount"/> of a list in leaf order.</summary>
    public static ListHead Before(List<SealedRecord> list, long leafCount)
    {
        var (low, high) = (0, list.Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (list[middle].Leaf < leafCount) low = middle + 1;
            else high = middle;
        }
        return new ListHead(list, low);
    }

    public int Count => count;
    public SealedRecord this[int index] => index < count ? list[index] : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<SealedRecord> GetEnumerator()
    {
        for (var i = 0; i < count; i++) yield return list[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
