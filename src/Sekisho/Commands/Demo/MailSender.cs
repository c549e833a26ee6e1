using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sekisho.Commands.Demo;

/// <summary>Hands one mail to the listener of this machine, as any mail server does (RFC 5321).</summary>
internal static class MailSender
{
    /// <returns>The listener's last reply; it begins with 250 when the mail was accepted.</returns>
    /// <exception cref="SocketException">Nobody listens there.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    internal static async Task<string> SendAsync(int port, SampleMail mail, CancellationToken ct)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, ct);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        await ReplyAsync(reader, ct);
        foreach (var line in new[] { "EHLO mihon.example", "MAIL FROM:<" + mail.Sender + ">", "RCPT TO:<" + mail.Recipient + ">", "DATA" })
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), ct);
            var reply = await ReplyAsync(reader, ct);
            if (reply is not ['2' or '3', ..]) return reply;
        }
        await stream.WriteAsync(mail.Message, ct);
        await stream.WriteAsync("\r\n.\r\n"u8.ToArray(), ct);
        var end = await ReplyAsync(reader, ct);
        await stream.WriteAsync("QUIT\r\n"u8.ToArray(), ct);
        return end;
    }

    private static async Task<string> ReplyAsync(StreamReader reader, CancellationToken ct)
    {
        while (await reader.ReadLineAsync(ct) is { } line)
            if (line.Length < 4 || line[3] != '-') return line;
        throw new IOException("The connection was closed.");
    }
}
