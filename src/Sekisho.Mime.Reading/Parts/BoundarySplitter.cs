namespace Sekisho.Mime.Reading.Parts;

/// <summary>Splits a multipart body at its delimiter lines (RFC 2046 §5.1).</summary>
internal static class BoundarySplitter
{
    internal static BoundarySplit Split(ReadOnlySpan<byte> body, ReadOnlySpan<byte> boundary)
    {
        var parts = new List<(int, int)>();
        var (start, closed, lookAlike, after, outside) = (-1, false, false, false, 0);
        for (var at = 0; at < body.Length;)
        {
            var line = Lines.At(body, at, out var next);
            lookAlike |= CrDelimiter(line, boundary);
            switch (Delimiter(line, boundary))
            {
                case Kind.Open when closed: after = true; break;
                case Kind.Close when closed: after = true; break;
                case Kind.Open:
                    if (start >= 0) parts.Add(Range(body, start, at));
                    start = next;
                    break;
                case Kind.Close:
                    if (start >= 0) parts.Add(Range(body, start, at));
                    (start, closed) = (-1, true);
                    break;
                case Kind.LookAlike: lookAlike = true; break;
                default:
                    if (start < 0) outside += line.TrimEnd(" \t"u8).Length;
                    break;
            }
            at = next;
        }
        if (start >= 0) parts.Add((start, body.Length - start));
        return new(parts, outside, closed, lookAlike, after);
    }

    private enum Kind { None, Open, Close, LookAlike }

    private static Kind Delimiter(ReadOnlySpan<byte> line, ReadOnlySpan<byte> boundary)
    {
        if (!line.StartsWith("--"u8) || !line[2..].StartsWith(boundary)) return Kind.None;
        var rest = line[(2 + boundary.Length)..].TrimEnd(" \t"u8);
        return rest.IsEmpty ? Kind.Open : rest.SequenceEqual("--"u8) ? Kind.Close : Kind.LookAlike;
    }

    // A reader that takes a lone CR as a line end sees a delimiter here.
    private static bool CrDelimiter(ReadOnlySpan<byte> line, ReadOnlySpan<byte> boundary)
    {
        for (var cr = line.IndexOf((byte)'\r'); cr >= 0;)
        {
            if (line[(cr + 1)..] is var rest && rest.StartsWith("--"u8) && rest[2..].StartsWith(boundary)) return true;
            var more = rest.IndexOf((byte)'\r');
            cr = more < 0 ? -1 : cr + 1 + more;
        }
        return false;
    }

    private static (int, int) Range(ReadOnlySpan<byte> body, int start, int delimiter)
    {
        var end = delimiter;
        if (end > start && body[end - 1] == '\n') end--;
        if (end > start && body[end - 1] == '\r') end--;
        return (start, Math.Max(0, end - start));
    }
}
