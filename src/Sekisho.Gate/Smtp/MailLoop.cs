namespace Sekisho.Gate.Smtp;

/// <summary>SM-16: a mail that has passed more servers than any honest one goes in a circle.</summary>
internal static class MailLoop
{
    private const int MostHops = 50;
    private static ReadOnlySpan<byte> Trace => "received:"u8;

    /// <summary>Counts the trace fields of the header; what stands in the body, or in a mail inside, is no hop.</summary>
    public static bool IsOne(ReadOnlySpan<byte> message)
    {
        var hops = 0;
        while (message.Length > 0)
        {
            var end = message.IndexOf("\r\n"u8);
            var line = end < 0 ? message : message[..end];
            if (line.IsEmpty) break;
            if (line.Length >= Trace.Length && System.Text.Ascii.EqualsIgnoreCase(line[..Trace.Length], Trace) && ++hops > MostHops) return true;
            message = end < 0 ? [] : message[(end + 2)..];
        }
        return false;
    }
}
