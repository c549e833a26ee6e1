using System.Buffers.Binary;

namespace Sekisho.Kernel.Workers;

/// <summary>
/// Frames on a pipe: "SKF1", kind (1 byte), header length (4 bytes, little endian), payload length (8 bytes), header, payload.
/// Lengths are checked against the ceiling before a byte is allocated for them; memory grows with what really arrives,
/// so a lying length costs the sender its process and the reader nothing.
/// </summary>
public sealed class FrameStream(Stream input, Stream output)
{
    private const int PreambleLength = 17, Chunk = 1 << 20;
    private static ReadOnlySpan<byte> Magic => "SKF1"u8;

    /// <summary>Writes one frame and flushes it.</summary>
    /// <exception cref="FrameException">The header is longer than <see cref="WorkerLimits.HeaderBytes"/>.</exception>
    public async Task WriteAsync(Frame frame, CancellationToken ct)
    {
        if (frame.Header.Length > WorkerLimits.HeaderBytes) throw new FrameException("header too long to send");
        var preamble = new byte[PreambleLength];
        Magic.CopyTo(preamble);
        preamble[4] = (byte)frame.Kind;
        BinaryPrimitives.WriteInt32LittleEndian(preamble.AsSpan(5), frame.Header.Length);
        BinaryPrimitives.WriteInt64LittleEndian(preamble.AsSpan(9), frame.Payload.Length + frame.More.Sum(m => (long)m.Length));
        await output.WriteAsync(preamble, ct).ConfigureAwait(false);
        await output.WriteAsync(frame.Header, ct).ConfigureAwait(false);
        await output.WriteAsync(frame.Payload, ct).ConfigureAwait(false);
        foreach (var piece in frame.More) await output.WriteAsync(piece, ct).ConfigureAwait(false);
        await output.FlushAsync(ct).ConfigureAwait(false);
    }

    /// <summary>Reads one frame; null at a clean end of the stream between two frames.</summary>
    /// <param name="payloadLimit">Largest payload accepted here, bytes.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <exception cref="FrameException">Wrong magic or kind, a length out of range, or an end in the middle.</exception>
    public async Task<Frame?> ReadAsync(long payloadLimit, CancellationToken ct)
    {
        var preamble = new byte[PreambleLength];
        var got = await input.ReadAtLeastAsync(preamble, PreambleLength, throwOnEndOfStream: false, ct).ConfigureAwait(false);
        if (got == 0) return null;
        if (got < PreambleLength) throw new FrameException("end inside a preamble");
        if (!preamble.AsSpan(0, 4).SequenceEqual(Magic)) throw new FrameException("wrong magic");
        if (preamble[4] > (byte)FrameKind.Failed) throw new FrameException("unknown kind of frame");
        var header = BinaryPrimitives.ReadInt32LittleEndian(preamble.AsSpan(5));
        var payload = BinaryPrimitives.ReadInt64LittleEndian(preamble.AsSpan(9));
        if (header is < 0 or > WorkerLimits.HeaderBytes) throw new FrameException("header length out of range");
        if (payload < 0 || payload > payloadLimit) throw new FrameException("payload length out of range");
        return new Frame((FrameKind)preamble[4], await ReadExactAsync(header, ct).ConfigureAwait(false), await ReadExactAsync(payload, ct).ConfigureAwait(false));
    }

    private async Task<byte[]> ReadExactAsync(long length, CancellationToken ct)
    {
        if (length == 0) return [];
        var buffer = new byte[Math.Min(length, Chunk)];
        var filled = 0;
        while (filled < length)
        {
            if (filled == buffer.Length)
            {
                // Not cleared: what has not arrived takes no page of memory.
                var larger = GC.AllocateUninitializedArray<byte>((int)Math.Min(length, buffer.Length * 8L));
                buffer.CopyTo(larger, 0);
                buffer = larger;
            }
            var n = await input.ReadAsync(buffer.AsMemory(filled), ct).ConfigureAwait(false);
            if (n == 0) throw new FrameException("end inside a frame");
            filled += n;
        }
        return buffer;
    }
}
