using System.Buffers.Binary;
using System.Collections;

namespace Sekisho.Sanitizing.Legacy;

/// <summary>The records of an Excel stream one behind the other ([MS-XLS] 2.1.4): type, length, data. Ends quietly where the stream is cut.</summary>
internal sealed class BiffRecords(byte[] stream) : IEnumerable<(int Type, ReadOnlyMemory<byte> Data)>
{
    public IEnumerator<(int Type, ReadOnlyMemory<byte> Data)> GetEnumerator()
    {
        for (var at = 0; at + 4 <= stream.Length;)
        {
            var type = BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(at));
            var length = BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(at + 2));
            if (at + 4 + length > stream.Length) yield break;
            yield return (type, stream.AsMemory(at + 4, length));
            at += 4 + length;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
