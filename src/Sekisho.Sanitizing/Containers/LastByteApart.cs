namespace Sekisho.Sanitizing.Containers;

/// <summary>
/// Hands out a byte range and keeps its last byte back for a read of its own. The inflater asks for it only when it needs it, so
/// <see cref="IsUsedUp"/> tells exactly whether anything stands behind the end of the compressed stream.
/// </summary>
internal sealed class LastByteApart(byte[] bytes, int start, int length) : Stream
{
    private int at;
    internal bool IsUsedUp => at == length;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var left = length - at;
        var n = Math.Min(buffer.Length, left > 1 ? left - 1 : left);
        bytes.AsSpan(start + at, n).CopyTo(buffer);
        at += n;
        return n;
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => length;
    public override long Position { get => at; set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
