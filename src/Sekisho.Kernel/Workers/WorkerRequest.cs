using System.Runtime.InteropServices;

namespace Sekisho.Kernel.Workers;

/// <summary>
/// One question to a worker.
/// </summary>
/// <param name="Number">Chosen by the parent; the reply must repeat it.</param>
/// <param name="Verb">What to do.</param>
/// <param name="Options">
/// Policy values and what the sender claimed: <c>kind</c> (mail, file), <c>name</c>, <c>type</c> and whatever the verb's policy names.
/// At most <see cref="WorkerLimits.Details"/> entries.
/// </param>
/// <param name="Payload">The bytes the question is about, at most <see cref="WorkerLimits.RequestBytes"/>.</param>
public sealed record WorkerRequest(int Number, WorkerVerb Verb, IReadOnlyDictionary<string, string> Options, ReadOnlyMemory<byte> Payload)
{
    /// <summary>The payload as an array of its own; where it is one already, that one: a large file is held once.</summary>
    public byte[] Bytes() => MemoryMarshal.TryGetArray(Payload, out var all) && all.Offset == 0 && all.Count == all.Array!.Length ? all.Array : Payload.ToArray();
}
