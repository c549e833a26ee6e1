namespace Sekisho.Mime.Reading;

/// <summary>Lines end in CRLF or LF; what a lone CR means is left to the caller.</summary>
internal static class Lines
{
    /// <summary>The line at <paramref name="at"/> without its end; <paramref name="next"/> is where the next begins.</summary>
    internal static ReadOnlySpan<byte> At(ReadOnlySpan<byte> bytes, int at, out int next)
    {
        var length = bytes[at..].IndexOf((byte)'\n');
        next = length < 0 ? bytes.Length : at + length + 1;
        var line = bytes[at..(length < 0 ? bytes.Length : at + length)];
        return line.EndsWith("\r"u8) ? line[..^1] : line;
    }
}
