using System.Text;

namespace Sekisho.Gate.Smtp;

/// <summary>
/// Bytes of one session. Lines end with CRLF and nothing else: a bare CR or LF is how a second mail is smuggled past a server that reads
/// differently from the one before it, so a command with one ends the session and a message with one is taken to its true end and refused.
/// </summary>
internal sealed class SmtpWire(Stream stream, SmtpOptions options)
{
    private readonly byte[] buffer = new byte[16 * 1024];
    private int start, end;

    public Stream Stream => stream;

    /// <summary>True when the peer has sent more than it was asked for. Must be false before TLS starts (RFC 3207 §6: injected commands).</summary>
    public bool HasUnread => start < end;

    /// <returns>The command without its line end, or null at the end of the connection.</returns>
    /// <exception cref="SmtpProtocolException">Bare CR or LF, a byte outside ASCII, or a line that is too long.</exception>
    public async Task<string?> ReadCommandAsync(CancellationToken ct)
    {
        var line = new StringBuilder(80);
        var afterReturn = false;
        while (await NextAsync(ct) is var b and >= 0)
        {
            if (afterReturn)
            {
                if (b != '\n') throw new SmtpProtocolException("500 5.5.2 Bare CR");
                return line.ToString();
            }
            if (b == '\n') throw new SmtpProtocolException("500 5.5.2 Bare LF");
            if (b == '\r') { afterReturn = true; continue; }
            if (b is < 0x20 or > 0x7E && b != '\t') throw new SmtpProtocolException("500 5.5.2 Bytes outside ASCII");
            if (line.Length == options.LongestCommand) throw new SmtpProtocolException("500 5.5.6 Line too long");
            line.Append((char)b);
        }
        return null;
    }

    /// <summary>Reads a message up to CRLF.CRLF, unstuffing dots.</summary>
    /// <returns>Null at the end of the connection.</returns>
    public async Task<SmtpMessageBytes?> ReadMessageAsync(CancellationToken ct)
    {
        var message = new MessageCollector(options.LargestMessage);
        while (await NextAsync(ct) is var b and >= 0)
            if (message.Take((byte)b)) return message.Finish();
        return null;
    }

    public async Task WriteAsync(string reply, CancellationToken ct)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(reply + "\r\n"), ct);
        await stream.FlushAsync(ct);
    }

    private ValueTask<int> NextAsync(CancellationToken ct) => start < end ? ValueTask.FromResult<int>(buffer[start++]) : FillAsync(ct);

    private async ValueTask<int> FillAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(options.Patience);
        (start, end) = (0, await stream.ReadAsync(buffer, patience.Token));
        return end == 0 ? -1 : buffer[start++];
    }
}
