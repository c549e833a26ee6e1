using System.Text;

namespace Sekisho.Gate.Delivery;

/// <summary>Our side of a conversation as a client. Replies are read with limits: at most 100 lines of 1,000 bytes (a server that never ends).</summary>
internal sealed class SmtpDialogue(Stream stream)
{
    private const int LongestLine = 1000, MostLines = 100;
    private readonly byte[] buffer = new byte[4096];
    private int start, end;

    public Stream Stream => stream;

    public async Task<SmtpReply> SayAsync(string line, CancellationToken ct)
    {
        // Addresses were checked when they came in; a line end here would be a second command.
        if (line.AsSpan().ContainsAny('\r', '\n')) throw new ArgumentException("A command is one line.", nameof(line));
        await WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), ct);
        return await ReplyAsync(ct);
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        await stream.WriteAsync(bytes, ct);
        await stream.FlushAsync(ct);
    }

    /// <summary>Says goodbye without waiting: the message is already with the peer.</summary>
    public async Task QuitAsync(CancellationToken ct) => await WriteAsync("QUIT\r\n"u8.ToArray(), ct);

    /// <exception cref="InvalidDataException">The peer does not speak SMTP or goes on without end.</exception>
    public async Task<SmtpReply> ReplyAsync(CancellationToken ct)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await LineAsync(ct);
            lines.Add(line);
            if (SmtpReply.Ends(line)) return SmtpReply.Of(lines);
        }
        throw new InvalidDataException("The reply has no end.");
    }

    private async Task<string> LineAsync(CancellationToken ct)
    {
        var line = new StringBuilder(80);
        while (line.Length <= LongestLine)
        {
            if (start == end)
            {
                (start, end) = (0, await stream.ReadAsync(buffer, ct));
                if (end == 0) throw new IOException("The peer hung up.");
            }
            var b = buffer[start++];
            if (b == '\n') return line.ToString();
            if (b != '\r') line.Append(b is >= 0x20 and <= 0x7E ? (char)b : '?');
        }
        throw new InvalidDataException("The reply's line is too long.");
    }
}
