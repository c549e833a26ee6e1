namespace Sekisho.Gate.Smtp;

/// <summary>Takes the bytes after DATA one by one and knows when the message ends. Too large or badly ended messages are read on but not kept.</summary>
internal sealed class MessageCollector(int largest)
{
    private enum At { LineStart, Inside, AfterReturn, Dot, DotReturn }

    private readonly MemoryStream kept = new();
    private At at = At.LineStart;
    private bool tooLarge, badLineEnd;

    /// <returns>True with the LF of CRLF.CRLF.</returns>
    public bool Take(byte b)
    {
        switch (at)
        {
            case At.Dot when b == '\r':
                at = At.DotReturn;
                return false;
            case At.DotReturn when b == '\n':
                return true;
            case At.DotReturn:
                // ".\r" and then something else: the dot was stuffing, the CR is bare.
                badLineEnd = true;
                Keep((byte)'\r');
                at = At.Inside;
                return Take(b);
            case At.LineStart when b == '.':
                at = At.Dot;
                return false;
            case At.AfterReturn:
                if (b == '\n') { Keep(b); at = At.LineStart; return false; }
                badLineEnd = true;
                at = b == '\r' ? At.AfterReturn : At.Inside;
                Keep(b);
                return false;
            default:
                if (b == '\n') badLineEnd = true;
                Keep(b);
                at = b == '\r' ? At.AfterReturn : At.Inside;
                return false;
        }
    }

    public SmtpMessageBytes Finish() =>
        badLineEnd ? new([], "550 5.6.0 Message with bare CR or LF refused")
        : tooLarge ? new([], "552 5.3.4 Message too large")
        : new(kept.ToArray(), null);

    private void Keep(byte b)
    {
        if (kept.Length < largest && !badLineEnd) kept.WriteByte(b);
        else if (!badLineEnd) tooLarge = true;
    }
}
