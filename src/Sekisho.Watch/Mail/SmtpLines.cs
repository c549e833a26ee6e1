using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Sekisho.Watch.Mail;

/// <summary>Lines of an SMTP conversation over one socket: ASCII, CRLF, at most 4,096 bytes a line (a limit against a peer that never ends a line).</summary>
internal sealed class SmtpLines(NetworkStream stream)
{
    private const int LongestLine = 4096;
    private readonly byte[] buffer = new byte[8192];
    private int start, end;

    /// <summary>The next line without its line end, or null at the end of the connection.</summary>
    /// <exception cref="InvalidDataException">The line is too long.</exception>
    public async Task<string?> ReadAsync(CancellationToken ct)
    {
        var line = new List<byte>(80);
        while (true)
        {
            if (start == end)
            {
                (start, end) = (0, await stream.ReadAsync(buffer, ct));
                if (end == 0) return null;
            }
            var b = buffer[start++];
            if (b == (byte)'\n') return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
            if (line.Count == LongestLine) throw new InvalidDataException("An SMTP line is too long.");
            line.Add(b);
        }
    }

    /// <summary>Reads a whole reply and returns its code; 0 when the connection ended.</summary>
    public async Task<int> ReplyAsync(CancellationToken ct)
    {
        while (await ReadAsync(ct) is { } line)
            if (line.Length >= 3 && (line.Length == 3 || line[3] != '-'))
                return int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : 0;
        return 0;
    }

    public async Task<int> SayAsync(string line, CancellationToken ct)
    {
        await WriteAsync(line, ct);
        return await ReplyAsync(ct);
    }

    public async Task WriteAsync(string text, CancellationToken ct) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text + "\r\n"), ct);
}
